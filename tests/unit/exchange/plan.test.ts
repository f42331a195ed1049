import { describe, expect, it } from 'vitest'
import type { IncomingItem } from '@/exchange/item.ts'
import {
  compareVersions,
  type Known,
  type KnownText,
  planFor,
  type Raised,
  raisingOf,
} from '@/exchange/plan.ts'

const item = (changes: Partial<IncomingItem> = {}): IncomingItem => ({
  uri: 'urn:halvoria.example:1',
  version: '2',
  versionAt: '2026-03-04T08:00:00.000Z',
  canceled: false,
  withheld: false,
  language: 'en',
  kind: null,
  headline: 'A ferry',
  lead: '',
  blocks: [],
  datelinePlace: '',
  datelineDate: null,
  sourceLabel: '',
  sourceUrl: '',
  subjects: [],
  embargo: null,
  translationOf: null,
  notPlaced: [],
  ...changes,
})

const text = (changes: Partial<KnownText> = {}): KnownText => ({
  id: 'r1',
  type: 'release',
  release: 'r1',
  language: 'en',
  state: 'draft',
  revision: 1,
  importedVersion: '1',
  importedVersionAt: null,
  workedOnSinceImport: false,
  own: false,
  ...changes,
})

const nothing: Known = { text: null, source: null, translation: null }
const translation = item({ language: 'nb', translationOf: 'urn:halvoria.example:0' })

describe('what importing would do', () => {
  it.each<[string, IncomingItem, Partial<Known>, object]>([
    ['with something new', item(), {}, { do: 'create-release', language: 'en', notes: [] }],
    [
      'with a translation of what is known',
      translation,
      { source: text() },
      { do: 'create-translation', language: 'nb', release: 'r1' },
    ],
    [
      'with a translation of a translation',
      translation,
      { source: text({ id: 't1', type: 'translation', language: 'kk' }) },
      { do: 'create-translation', release: 'r1' },
    ],
    [
      'with a translation of what isn’t known',
      translation,
      {},
      {
        do: 'create-release',
        language: 'nb',
        notes: ['What it translates (urn:halvoria.example:0) isn’t known here.'],
      },
    ],
    [
      'with a translation into the language of its original',
      item({ translationOf: 'urn:halvoria.example:0' }),
      { source: text(), translation: text() },
      {
        do: 'create-release',
        notes: ['It says that it translates a text in its own language.'],
      },
    ],
    [
      'with a translation that people have made already',
      translation,
      { source: text(), translation: text({ id: 't1', type: 'translation', language: 'nb' }) },
      { do: 'propose', text: { id: 't1' } },
    ],
    ['with a newer version of an untouched draft', item(), { text: text() }, { do: 'update' }],
    [
      'with a newer version of a draft that was worked on',
      item(),
      { text: text({ workedOnSinceImport: true }) },
      { do: 'propose' },
    ],
    ...(['in-review', 'approved', 'scheduled', 'published', 'withdrawn'] as const).map(
      (state): [string, IncomingItem, Partial<Known>, object] => [
        `with a newer version of a text that is ${state}`,
        item(),
        { text: text({ state }) },
        { do: 'propose' },
      ],
    ),
    [
      'with the same version',
      item({ version: '1' }),
      { text: text() },
      { do: 'nothing', notes: [] },
    ],
    [
      'with an older version',
      item({ version: '0' }),
      { text: text() },
      { do: 'nothing', notes: ['A newer version of it is here.'] },
    ],
    [
      'with a newer version in another language',
      item({ language: 'nb' }),
      { text: text() },
      { do: 'refuse', path: 'language' },
    ],
    [
      'with a language that nobody knows',
      item({ language: 'zh' }),
      {},
      { do: 'refuse', path: 'language' },
    ],
    [
      'with a text of this desk',
      item({ version: '9' }),
      { text: text({ own: true, state: 'published' }) },
      { do: 'nothing' },
    ],
    [
      'with a cancellation of a text of this desk',
      item({ canceled: true }),
      { text: text({ own: true, state: 'published' }) },
      { do: 'nothing' },
    ],
    ['with a cancellation', item({ canceled: true }), { text: text() }, { do: 'raise' }],
    [
      'with a cancellation of the version that is here',
      item({ canceled: true, version: '1' }),
      { text: text() },
      { do: 'raise' },
    ],
    [
      'with a cancellation that is older than what is here',
      item({ canceled: true, version: '0' }),
      { text: text() },
      { do: 'nothing' },
    ],
    ['with a cancellation of nothing', item({ canceled: true }), {}, { do: 'nothing' }],
  ])('%s', (_what, incoming, known, plan) => {
    expect(planFor(incoming, { ...nothing, ...known }, ['en', 'nb'])).toMatchObject(plan)
  })

  it('says what people should know of it', () => {
    expect(planFor(item({ language: 'ru', withheld: true }), nothing, ['en'])).toMatchObject({
      do: 'create-release',
      language: 'ru',
      notes: [
        expect.stringMatching(/^The mission has no press room in /) as string,
        'Its provider withholds it: it isn’t for publication yet.',
      ],
    })
  })
})

const version = (name: string, day?: number) => ({
  version: name,
  versionAt: day === undefined ? null : `2026-03-0${day}T08:00:00.000Z`,
})

describe('of two versions', () => {
  it.each([
    ['10 is newer than 9', version('10'), version('9'), 1],
    ['2 is older than 10, whatever their moments', version('2', 9), version('10', 1), -1],
    ['the same is the same, whatever its moment', version('a', 2), version('a', 1), 0],
    ['names are told apart by their moments', version('b', 1), version('a', 2), -1],
    ['names without moments come as they come', version('a'), version('b'), 1],
  ])('%s', (_what, one, other, sign) => {
    expect(Math.sign(compareVersions(one, other))).toBe(sign)
  })
})

const raised = (name: string, kind: Raised['kind'] = 'proposed-update'): Raised => ({
  kind,
  ...version(name),
})

describe('a version beside a text', () => {
  it.each([
    ['is new where nothing was raised', 'proposed-update', [], 'new'],
    ['is new after an older one', 'proposed-update', [raised('1')], 'new'],
    ['is known when it was raised', 'proposed-update', [raised('2')], 'known'],
    ['is older than one that was raised', 'proposed-update', [raised('3')], 'older'],
    [
      'is new when it was proposed and is cancelled now',
      'canceled-at-source',
      [raised('2')],
      'new',
    ],
    [
      'is known when it was cancelled before',
      'canceled-at-source',
      [raised('2'), raised('2', 'canceled-at-source')],
      'known',
    ],
  ] as const)('%s', (_what, kind, before, expected) => {
    expect(raisingOf(kind, version('2'), before)).toBe(expected)
  })
})
