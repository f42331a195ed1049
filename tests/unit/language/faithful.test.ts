import { describe, expect, it } from 'vitest'
import { findingsAgainst, type Original } from '@/language/faithful.ts'
import type { Block } from '@/workflow/content.ts'

const paragraph = (text: string, standing?: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
  ...(standing ? { standing } : {}),
})

const original: Original = {
  source: {
    lang: 'en',
    segments: [
      { kind: 'headline', text: 'A new ferry' },
      { kind: 'lead', text: 'It takes 40 cars.' },
      { kind: 'paragraph', text: 'A ticket costs 120 kroner.' },
    ],
  },
  glossary: [],
}
const right = {
  language: 'nb',
  headline: 'En ny ferje',
  lead: 'Den tar 40 biler.',
  body: [paragraph('En billett koster 120 kroner.')],
}

describe('a translation beside its original', () => {
  it('that says the same has nothing to be mended', () => {
    expect(findingsAgainst(original, right)).toEqual([])
  })

  it('is told what differs, by field and block', () => {
    const body = [paragraph('En billett koster 210 kroner.')]
    const found = findingsAgainst(original, { ...right, lead: 'Den tar 30 biler.', body })
    expect(found.map(({ place, expected, found }) => [place, expected, found])).toEqual([
      [{ field: 'lead' }, '40', '30'],
      [{ field: 'body', segment: 0 }, '120 kroner', '210 kroner'],
    ])
  })

  it('is told of a picture’s caption by its field', () => {
    const source = {
      ...original.source,
      segments: [...original.source.segments, { kind: 'caption', text: 'The 3 decks' } as const],
    }
    const images = [{ id: 'i', caption: 'De 5 dekkene', alt: '' }]
    const found = findingsAgainst({ ...original, source }, { ...right, images })
    expect(found.map(({ place }) => place)).toEqual([{ field: 'images' }])
  })

  it('isn’t asked for standing paragraphs, which nobody translates in it', () => {
    const body = [...right.body, paragraph('Ring 110.', 'emergency')]
    expect(findingsAgainst(original, { ...right, body })).toEqual([])
  })

  it('that has no body yet isn’t told that everything is missing', () => {
    expect(findingsAgainst(original, { ...right, lead: 'Den tar 30 biler.', body: [] })).toEqual([])
  })

  it('isn’t told twice of letters that no text may have', () => {
    const lead = 'Den tar 40 b\u0456ler.\u200B'
    expect(findingsAgainst(original, { ...right, lead })).toEqual([])
  })
})
