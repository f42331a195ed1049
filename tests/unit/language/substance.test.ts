import { describe, expect, it } from 'vitest'
import { substanceTouched } from '@/language/substance.ts'
import type { Block, TextContent } from '@/workflow/content.ts'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
})
function text(language: string, ...paragraphs: (string | Block)[]): TextContent {
  return {
    language,
    kind: 'news',
    headline: 'A bridge opens',
    lead: 'It opens soon.',
    body: paragraphs.map((one) => (typeof one === 'string' ? paragraph(one) : one)),
    datelinePlace: '',
    datelineDate: null,
    sourceLabel: '',
    sourceUrl: '',
    topics: [],
    images: [],
    documents: [],
    contacts: [],
    embargo: null,
    about: '',
  }
}
const touched = (language: string, before: string | Block, after: string | Block) =>
  substanceTouched(text(language, before), text(language, after))

const quotation = (speaker: string): Block => ({
  type: 'quotation',
  text: 'We are glad.',
  speaker,
})
const dated = (datelineDate: string) => ({ ...text('en', 'x'), datelineDate })

describe('a correction', () => {
  it.each([
    ['en', 'It is open to the pubic.', 'It is open to the public.'],
    ['en', 'They met , and talked.', 'They met, and talked.'],
    ['en', 'It cost ten kroner.', 'It cost 10 kroner.'],
    ['en', 'The bridge is long.', 'This bridge is long.'],
    ['nb', 'Den er åpen for publikm.', 'Den er åpen for publikum.'],
    ['ru', 'Он открыт для всхе.', 'Он открыт для всех.'],
    ['kk', 'Ол бәріне ашыкк.', 'Ол бәріне ашық.'],
  ])('of a letter touches nothing: %s, %s', (language, before, after) => {
    expect(touched(language, before, after)).toEqual([])
  })

  it.each([
    ['number', 'en', 'It cost 40 million kroner.', 'It cost 42 million kroner.'],
    ['number', 'en', 'It cost 40 million kroner.', 'It cost 40 million euros.'],
    ['number', 'nb', 'Den kostet førti kroner.', 'Den kostet femti kroner.'],
    ['number', 'en', 'Call +47 22 00 00 01 now.', 'Call +47 22 00 00 02 now.'],
    ['date', 'en', 'It opens on 3 March 2026.', 'It opens on 4 March 2026.'],
    ['date', 'ru', 'Он откроется 3 марта.', 'Он откроется 3 мая.'],
    ['date', 'en', 'It opens at 10:00 there.', 'It opens at 11:00 there.'],
    ['name', 'en', 'The minister, Anna Berg, came.', 'The minister, Anne Berg, came.'],
    ['name', 'en', 'Anna came to see it.', 'Anne came to see it.'],
    ['name', 'kk', 'Министр Асқар келді.', 'Министр Асхат келді.'],
    ['negation', 'en', 'It will be closed.', 'It will not be closed.'],
    ['negation', 'nb', 'Den er stengt.', 'Den er ikke stengt.'],
    ['negation', 'ru', 'Он не закрыт.', 'Он закрыт.'],
    ['quotation', 'en', 'She said: “We are glad.”', 'She said: “We are happy.”'],
  ])('touches a %s (%s): %s', (substance, language, before, after) => {
    expect(touched(language, before, after)).toContain(substance)
  })

  it('of who said something touches a quotation', () => {
    expect(touched('en', quotation('the minister'), quotation('the ambassador'))).toEqual([
      'quotation',
    ])
  })

  it('that moves a sentence with a number asks once too often', () => {
    expect(touched('en', 'It has 3 lanes and 2 paths.', 'It has 2 paths and 3 lanes.')).toEqual([
      'number',
    ])
  })

  it('of the day of the date line touches a date', () => {
    expect(
      substanceTouched(dated('2026-03-03T12:00:00.000Z'), dated('2026-03-04T12:00:00.000Z')),
    ).toEqual(['date'])
  })
})
