import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readItem } from '@/exchange/read-item.ts'
import { editionAsNinjs, type NinjsEdition } from '@/syndication/ninjs.ts'
import type { TextContent } from '@/workflow/content.ts'
import { againstNinjs } from '../../standards/ninjs.ts'
import { blocks, words } from '../exchange/arbitraries.ts'

const content: TextContent = {
  language: 'nb',
  kind: 'press-release',
  headline: '',
  lead: '',
  body: [],
  datelinePlace: 'Brussel',
  datelineDate: '2026-03-03',
  sourceLabel: 'Utenriksdepartementet',
  sourceUrl: 'https://halvoria.example/søk?a=1',
  topics: [
    { id: 't1', name: 'Ferger' },
    { id: 't2', name: '' },
  ],
  images: [
    {
      id: 'i1',
      alt: 'En bro',
      caption: 'Broen.',
      credit: 'Ada Lund',
      copyright: '© 2026 Ada Lund',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      file: 'a'.repeat(64),
      width: 40,
      height: 30,
    },
  ],
  documents: [],
  contacts: [{ id: 'c1', name: 'Bo Presse', title: '' }],
  embargo: '2026-03-04T08:00:00.000Z',
  about: '',
}

const edition: NinjsEdition = {
  uri: 'tag:press.halvoria.example,2026:text/1',
  version: 2,
  language: 'nb',
  kind: 'press-release',
  headline: 'En bro åpner',
  lead: 'Den åpner fredag.',
  content,
  publishedAt: '2026-03-04T08:00:00.000Z',
  updatedAt: '2026-03-05T08:00:00.000Z',
  pubStatus: 'usable',
  url: 'https://press.halvoria.example/nb/releases/en-bro-apner',
  translationOf: {
    uri: 'tag:press.halvoria.example,2026:text/0',
    url: 'https://press.halvoria.example/en/releases/a-bridge-opens',
  },
  family: [{ language: 'en', url: 'https://press.halvoria.example/en/releases/a-bridge-opens' }],
  publisher: 'Embassy of Halvoria',
  renditions: {
    i1: [
      {
        name: 'small',
        url: 'https://press.halvoria.example/files/images/1/480.jpg',
        mime: 'image/jpeg',
        width: 480,
        height: 360,
      },
    ],
  },
}

const place = { file: 'here', path: '' }

describe('an edition as ninjs', () => {
  it('is valid, and says all that the page says', () => {
    const item = editionAsNinjs(edition)
    expect(againstNinjs(item)).toEqual([])
    expect(againstNinjs({ ...item, version: 2 })).toEqual(['/version must be string'])
    expect(item).toMatchObject({
      uri: 'tag:press.halvoria.example,2026:text/1',
      version: '2',
      language: 'nb',
      profile: 'press-release',
      contentCreated: '2026-03-03T00:00:00Z',
      embargoedUntil: '2026-03-04T08:00:00.000Z',
      subjects: [{ name: 'Ferger' }],
      infoSources: [
        {
          name: 'Utenriksdepartementet',
          uri: 'https://halvoria.example/s%C3%B8k?a=1',
          literal: 'https://halvoria.example/søk?a=1',
        },
      ],
    })
  })

  it('is read as the same text that it was made from', () => {
    expect(readItem(editionAsNinjs(edition), place)).toMatchObject({
      ok: true,
      item: {
        uri: 'tag:press.halvoria.example,2026:text/1',
        version: '2',
        kind: 'press-release',
        headline: 'En bro åpner',
        lead: 'Den åpner fredag.',
        datelinePlace: 'Brussel',
        datelineDate: '2026-03-03',
        sourceLabel: 'Utenriksdepartementet',
        sourceUrl: 'https://halvoria.example/søk?a=1',
        subjects: ['Ferger'],
        embargo: '2026-03-04T08:00:00.000Z',
        translationOf: 'tag:press.halvoria.example,2026:text/0',
      },
    })
  })

  it('with next to nothing in it is valid too', () => {
    const { translationOf: _of, renditions: _files, ...bare } = edition
    const empty = { topics: [], images: [], contacts: [], embargo: null, datelineDate: null }
    const item = editionAsNinjs({
      ...bare,
      lead: '',
      publisher: '',
      family: [],
      content: { ...content, ...empty, datelinePlace: '', sourceLabel: '', sourceUrl: '' },
    })
    expect(againstNinjs(item)).toEqual([])
    expect(JSON.stringify(item)).not.toMatch(/:(""|\[\]|null)/)
  })

  it('that is cancelled is valid, and says nothing of what it said', () => {
    const item = editionAsNinjs({ ...edition, pubStatus: 'canceled', edNote: 'It was wrong.' })
    expect(againstNinjs(item)).toEqual([])
    expect(item).toMatchObject({ pubStatus: 'canceled', edNote: 'It was wrong.' })
    expect(JSON.stringify(item)).not.toMatch(/bro|Lund|Brussel|Presse/)
  })

  it('whatever its words, is valid and is read as the same words', () => {
    fc.assert(
      fc.property(words, words, blocks, (headline, lead, body) => {
        const item = editionAsNinjs({ ...edition, headline, lead, content: { ...content, body } })
        expect(againstNinjs(item)).toEqual([])
        const read = readItem(JSON.parse(JSON.stringify(item)), place)
        expect(read.ok ? [read.item.headline, read.item.lead, read.item.blocks] : read).toEqual([
          headline,
          lead,
          body,
        ])
      }),
      { numRuns: 200 },
    )
  })
})
