import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { respond } from '../../src/press-room/respond.ts'
import { openSearch, type PressSearch } from '../../src/press-room/search/search.ts'
import { payloadStore } from '../../src/press-room/store.ts'
import { accepted, act, change, make, paragraph, publish } from './acts.ts'
import { type Desk, openDesk, serverUrl, type Someone } from './harness.ts'

/** The press room's search on the database: it finds what is live, by its words of now, and nothing else, at once. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let folder: string
let search: PressSearch
let contact: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  desk = await openDesk()
  folder = mkdtempSync(path.join(tmpdir(), 'communique-search-'))
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  editor = await desk.person('Eva', ['editor', 'translator'])
  reviewer = await desk.person('Rita', ['reviewer'])
  await desk.payload.updateGlobal({
    slug: 'mission',
    data: {
      names: [{ language: 'en', name: 'Embassy of Halvoria' }],
      languages: ['en', 'kk', 'nb'],
      defaultLanguage: 'en',
      timeZonePost: 'Asia/Almaty',
    },
  })
  search = open()
  const sea = await make(editor, 'topics', {
    slug: 'sea',
    names: [{ language: 'en', name: 'The sea' }],
  })
  contact = await make(editor, 'contacts', { name: 'Ada', telephone: '+47 22 00 00 01' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  await release('ferry', {
    headline: 'Ferries to Tromsø',
    lead: 'They carry 1,200 people.',
    body: paragraph('The harbour master, Mukhtar Tleuberdi, was there.'),
    topics: [sea],
  })
  await release('bridge', { headline: 'A bridge', kind: 'statement', lead: 'No ferry any more.' })
  await release('secret', { headline: 'A secret ferry and a zeppelin' }, false)
  ids.kk = await make(editor, 'translations', {
    release: ids.ferry,
    language: 'kk',
    headline: 'Тромсёге паром',
    lead: 'Олар 1200 адамды тасиды.',
    datelinePlace: 'Осло',
    body: paragraph('Айлақ бастығы Мұхтар Тілеуберді елшілікте болды.'),
  })
  await publish(editor, reviewer, `/api/translations/${ids.kk}`)
})
afterAll(async () => {
  await search.close()
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = () => path.join(folder, 'press-search.db')
const open = () => openSearch(payloadStore(desk.payload), `file:${file()}`)
const where = (name: string) => `/api/releases/${ids[name]}`

async function release(name: string, more: object, live = true): Promise<void> {
  // Each at a moment of its own.
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
  ids[name] = await make(editor, 'releases', {
    language: 'en',
    kind: 'press-release',
    lead: 'All of it.',
    datelinePlace: 'Oslo',
    datelineDate: '2026-03-03T12:00:00.000Z',
    body: paragraph('Nothing more.'),
    contacts: [contact],
    about: false,
    ...more,
  })
  if (live) await publish(editor, reviewer, where(name))
}

async function page(query: string, language = 'en') {
  const response = await respond(new Request(`${serverUrl}/${language}/search?${query}`), {
    store: payloadStore(desk.payload),
    search,
    now: () => desk.clock.now,
    origin: serverUrl,
    log: (error) => {
      throw error
    },
  })
  return { status: response.status, body: await response.text(), headers: response.headers }
}

async function found(q: string, language = 'en', more = ''): Promise<string[]> {
  const { body, status } = await page(`q=${encodeURIComponent(q)}${more}`, language)
  expect(status).toBe(200)
  return [...body.matchAll(/<h2><a href="\/\w+\/releases\/([^"]+)"/g)].map(([, slug = '']) => slug)
}

describe('a live text is found', () => {
  it.each([
    ['by a form of its words', 'ferries', 'en', ['ferries-to-tromso', 'a-bridge']],
    ['by a number, however it is set', '1 200', 'en', ['ferries-to-tromso']],
    ['by a name in its other script', 'Тілеуберді', 'en', ['ferries-to-tromso']],
    ['by a name in Latin letters', 'Tleuberdi', 'kk', ['tromsyoge-parom']],
    ['by another case', 'елшіліктің', 'kk', ['tromsyoge-parom']],
    ['with a typing error', 'habrour', 'en', ['ferries-to-tromso']],
    ['by its topic', 'sea', 'en', ['ferries-to-tromso']],
    ['not in another language', 'паром', 'en', []],
    ['not before it is published', 'zeppelin', 'en', []],
    ['not by what an index would take for its own language', '") OR "ferry', 'en', []],
  ])('%s', async (_how, q, language, expected) => {
    expect(await found(q, language)).toEqual(expected)
  })

  it('with filters', async () => {
    expect(await found('ferry', 'en', '&kind=statement')).toEqual(['a-bridge'])
    expect(await found('ferry', 'en', '&topic=sea')).toEqual(['ferries-to-tromso'])
    expect(await found('ferry', 'en', '&year=2025')).toEqual([])
    expect(await found('ferry', 'en', '&year=2026&sort=date')).toEqual([
      'a-bridge',
      'ferries-to-tromso',
    ])
  })
})

describe('what changes at the door', () => {
  it('is seen by the next question: a correction, a withdrawal, its end, a retraction', async () => {
    await act(editor, where('bridge'), 'revise')
    await change(editor, where('bridge'), { lead: 'A gondola instead.' })
    expect(await found('gondola')).toEqual([])
    await publish(editor, reviewer, where('bridge'), {
      change: 'major',
      publicNote: 'It was a gondola.',
    })
    expect(await found('gondola')).toEqual(['a-bridge'])
    expect(await found('ferry')).toEqual(['ferries-to-tromso'])

    await act(reviewer, where('bridge'), 'withdraw', { explanation: 'It is closed.' })
    expect(await found('gondola')).toEqual([])
    // Nor is a word of it offered for one that is like it.
    expect((await page('q=gondole')).body).not.toContain('gondola')
    expect((await page('')).body).toContain('Texts found: 1')
    await act(reviewer, where('bridge'), 'reinstate', { explanation: 'It is open.' })
    expect(await found('gondola')).toEqual(['a-bridge'])
    await act(reviewer, where('bridge'), 'retract', { explanation: 'It was never there.' })
    expect(await found('gondola')).toEqual([])
  })

  it('outlives the process, the loss of the file, and a broken one', async () => {
    await search.close()
    search = open()
    expect(await found('ferry')).toEqual(['ferries-to-tromso'])
    await search.close()
    rmSync(file(), { force: true })
    search = open()
    expect(await found('ferry')).toEqual(['ferries-to-tromso'])
    await search.close()
    writeFileSync(file(), 'This is no database. '.repeat(500))
    search = open()
    expect(await found('ferry')).toEqual(['ferries-to-tromso'])
  })

  it('leaves no word of what never was public in the file', async () => {
    await search.close()
    const bytes = ['', '-wal'].map((ending) => {
      try {
        return readFileSync(file() + ending).toString('latin1')
      } catch {
        return ''
      }
    })
    search = open()
    expect(bytes.join('')).toContain('tleuberdi')
    expect(bytes.join('')).not.toMatch(/zeppelin/)
  })

  it('shows nothing that the register takes back while the index knows nothing of it', async () => {
    const store = payloadStore(desk.payload)
    const stale = { ...store, changed: async () => [], lastChange: async () => null }
    expect(await found('ferry')).toEqual(['ferries-to-tromso'])
    await act(reviewer, where('ferry'), 'retract', { explanation: 'It sank.' })
    const late = openSearch(
      { ...stale, lastChange: async () => '2999-01-01T00:00:00.000Z' },
      `file:${file()}`,
    )
    const response = await respond(new Request(`${serverUrl}/en/search?q=ferry`), {
      store,
      search: late,
      now: () => desk.clock.now,
      origin: serverUrl,
    })
    const body = await response.text()
    await late.close()
    expect(body).not.toMatch(/ferries|harbour/i)
    expect(accepted({ status: response.status, body }).status).toBe(200)
  })
})
