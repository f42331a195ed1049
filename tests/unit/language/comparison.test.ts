import { describe, expect, it } from 'vitest'
import { compareTexts } from '@/language/comparison.ts'
import { canonicalForm, type TextContent } from '@/workflow/content.ts'

const image = {
  id: 'quay',
  alt: 'Two ferries',
  caption: 'The quay',
  credit: 'Embassy',
  copyright: '',
  licence: '',
  file: 'a'.repeat(64),
  width: 40,
  height: 30,
}
const text: TextContent = {
  language: 'en',
  kind: 'news',
  headline: 'A bridge opens',
  lead: 'On Friday.',
  body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Everybody may cross it.' }] }],
  datelinePlace: 'Oslo',
  datelineDate: '2026-03-03',
  sourceLabel: 'Ministry of Roads',
  sourceUrl: 'https://roads.example/',
  topics: [{ id: 'roads', name: 'Roads' }],
  images: [image],
  documents: [{ id: 'plan', title: 'Timetable', file: 'b'.repeat(64) }],
  contacts: [{ id: 'ada', name: 'Ada Press', title: 'Attaché' }],
  embargo: null,
  about: '',
}

/** Each part of a text, changed in one way that a reader or an editor could tell. */
const others: [keyof TextContent, Partial<TextContent>, string][] = [
  ['language', { language: 'nb' }, 'nb'],
  ['kind', { kind: 'advisory' }, 'advisory'],
  ['headline', { headline: 'A bridge closes' }, 'closes'],
  ['lead', { lead: 'On Monday.' }, 'Monday'],
  ['datelinePlace', { datelinePlace: 'Bergen' }, 'Bergen'],
  ['datelineDate', { datelineDate: null }, ''],
  ['sourceLabel', { sourceLabel: 'The county' }, 'county'],
  ['sourceUrl', { sourceUrl: 'https://county.example/' }, 'county'],
  ['topics', { topics: [{ id: 'roads', name: 'Bridges' }] }, 'Bridges'],
  ['images', { images: [] }, ''],
  ['images', { images: [{ ...image, alt: 'One ferry' }] }, 'One'],
  ['images', { images: [{ ...image, credit: 'Ministry' }] }, 'Ministry'],
  ['images', { images: [{ ...image, file: 'c'.repeat(64) }] }, 'cccccccc'],
  ['documents', { documents: [{ id: 'plan', title: 'Plan', file: 'b'.repeat(64) }] }, 'Plan'],
  [
    'documents',
    { documents: [{ id: 'plan', title: 'Timetable', file: 'd'.repeat(64) }] },
    'dddddddd',
  ],
  ['contacts', { contacts: [{ id: 'ada', name: 'Ada Press', title: 'Consul' }] }, 'Consul'],
  ['embargo', { embargo: '2027-03-01T09:00:00.000Z' }, '2027'],
  ['about', { about: 'The embassy of Talvania.' }, 'Talvania'],
]

describe('two forms of a text', () => {
  it('that are equal differ in nothing', () => {
    const { changed, fields, body } = compareTexts(text, structuredClone(text))
    expect(changed).toBe(false)
    expect(fields.filter((field) => field.changed)).toEqual([])
    expect(body.map(({ kind }) => kind)).toEqual(['same'])
  })

  it('have a line for each part but the body, so that no difference is silent', () => {
    const { fields } = compareTexts(text, text)
    expect(['body', ...fields.map(({ field }) => field)].sort()).toEqual(Object.keys(text).sort())
    expect([...new Set(['body', ...others.map(([field]) => field)])].sort()).toEqual(
      Object.keys(text).sort(),
    )
  })

  it.each(others)('that differ in %s differ in that alone', (field, change, shown) => {
    const after = { ...text, ...change }
    expect(canonicalForm(after)).not.toBe(canonicalForm(text))
    const compared = compareTexts(text, after)
    expect(compared.changed).toBe(true)
    const [only, another] = compared.fields.filter((one) => one.changed)
    expect([only?.field, another]).toEqual([field, undefined])
    expect(only?.words.some(({ kind }) => kind !== 'same')).toBe(true)
    expect(only?.words.map((piece) => piece.text).join('')).toContain(shown)
  })

  it('that differ in their body say which block', () => {
    const { changed, fields, body } = compareTexts(text, { ...text, body: [] })
    expect([changed, fields.some((field) => field.changed)]).toEqual([true, false])
    expect(body.map(({ kind }) => kind)).toEqual(['removed'])
  })
})
