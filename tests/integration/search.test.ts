import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, act, change, make, paragraph } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'
import { changedBy } from './rows.ts'

/** The desk's search: what is found by its words, and by nobody who may not know of it. */

let desk: Desk
let editor: Someone
let other: Someone
let translator: Someone
let reviewer: Someone
let topic: string
let contact: string
/** By a word of their own. */
const texts = new Map<string, string>()

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  editor = await desk.person('Eva', ['editor'])
  other = await desk.person('Olav', ['editor'])
  translator = await desk.person('Timo', ['translator'])
  reviewer = await desk.person('Rita', ['reviewer'])
  contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  topic = await make(editor, 'topics', {
    slug: 'sea',
    names: [{ language: 'en', name: 'The sea' }],
  })
  await release('ferry', {
    headline: 'A ferry to Tromsø',
    lead: 'It carries 1,200 people.',
    body: paragraph('The harbour master of Tromsø, Мұхтар Тілеуберді, was there.'),
    topics: [topic],
  })
  await release('bridge', {
    headline: 'A bridge opens',
    lead: 'Over the harbour.',
    kind: 'statement',
  })
  await act(editor, path('bridge'), 'submit')
  texts.set(
    'ferje',
    await make(translator, 'translations', {
      release: texts.get('ferry'),
      language: 'nb',
      headline: 'En ferje til Tromsø',
      body: paragraph('Havnefogden var der.'),
    }),
  )
})
afterAll(() => desk.close())

async function release(name: string, more: object): Promise<void> {
  const whole = {
    language: 'en',
    kind: 'news',
    body: paragraph('All of it.'),
    about: false,
    contacts: [contact],
  }
  texts.set(name, await make(editor, 'releases', { ...whole, ...more }))
}
const path = (name: string) => `/api/releases/${texts.get(name) ?? expect.unreachable(name)}`
const nameOf = (id: unknown) => [...texts].find(([, known]) => known === id)?.[0]

async function found(query: string, who = editor): Promise<string[]> {
  const { body } = accepted(await who.rest('GET', `/api/search?${query}`))
  return (at(body, 'found') as { id: string }[])
    .map(({ id }) => nameOf(id) ?? id)
    .sort((one, other) => one.localeCompare(other))
}

describe('a text is found', () => {
  it.each([
    ['by a word of its headline', 'ferry', ['ferry']],
    ['by the beginning of one', 'fer', ['ferje', 'ferry']],
    ['without the letter that nobody has a key for', 'tromso', ['ferje', 'ferry']],
    ['in capitals', 'TROMSØ', ['ferje', 'ferry']],
    ['by a number, however it is set', '1200', ['ferry']],
    ['by the same number as it stands there', '1,200', ['ferry']],
    ['by a Kazakh name', 'Тілеуберді', ['ferry']],
    ['by that name on a Russian keyboard', 'тилеуберди', ['ferry']],
    ['by that name in Latin letters', 'Tileuberdi', ['ferry']],
    ['by all words only', 'harbour bridge', ['bridge']],
    ['by a word of its body', 'havnefogden', ['ferje']],
    ['by words in any order', 'tromsø ferry', ['ferry']],
    ['not by what it doesn’t say', 'tunnel', []],
    ['not by what an index would take for its own language', '"ferry" OR NOT *', []],
  ])('%s', async (_how, q, expected) => {
    expect(await found(`q=${encodeURIComponent(q)}`)).toEqual(expected)
  })

  it('by its newest words, and no longer by old ones', async () => {
    await change(editor, path('ferry'), { sourceLabel: 'Lighthouse keepers' })
    expect(await found('q=lighthouse')).toEqual(['ferry'])
    await change(editor, path('ferry'), { sourceLabel: 'Pilots' })
    expect(await found('q=lighthouse')).toEqual([])
    expect(await found('q=pilots')).toEqual(['ferry'])
  })

  it('by a note, an answer and the reason of a return', async () => {
    const input = { field: 'lead', words: 'Is the gangway counted?' }
    const noted = accepted(await reviewer.rest('POST', `${path('bridge')}/notes`, input))
    const note = at(noted.body, 'note', 'id') as string
    const reply = { words: 'Nobody knows the cantilever.' }
    accepted(await editor.rest('POST', `${path('bridge')}/notes/${note}/replies`, reply))
    await act(reviewer, path('bridge'), 'return', { note: 'Ask the surveyor.' })
    for (const [q, source] of [
      ['gangway', 'note'],
      ['cantilever', 'reply'],
      ['surveyor', 'event'],
    ] as const) {
      const { body } = accepted(await editor.rest('GET', `/api/search?q=${q}`))
      expect(at(body, 'found', 0, 'id')).toBe(texts.get('bridge'))
      expect(at(body, 'found', 0, 'passages', 0, 'source')).toBe(source)
    }
  })

  it('with the words that were asked for marked in their passage', async () => {
    const { body } = accepted(await editor.rest('GET', '/api/search?q=harbour'))
    const ferry = (at(body, 'found') as { id: string; passages: unknown[] }[]).find(
      ({ id }) => nameOf(id) === 'ferry',
    )
    expect(at(ferry, 'passages', 0, 'pieces')).toEqual([
      { words: 'The ', hit: false },
      { words: 'harbour', hit: true },
      { words: ' master of Tromsø, Мұхтар Тілеуберді, was there.', hit: false },
    ])
  })
})

describe('filters', () => {
  it.each([
    ['state', 'state=draft', ['bridge', 'ferje', 'ferry']],
    ['language', 'language=nb', ['ferje']],
    ['kind, of translations by their release', 'kind=news', ['ferje', 'ferry']],
    ['words and language', 'q=tromsø&language=en', ['ferry']],
    ['words and a kind that they don’t have', 'q=tromsø&kind=statement', []],
    ['days before anything was there', 'to=2001-01-01', []],
  ])('%s', async (_what, query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  it('topic and person, of translations too', async () => {
    expect(await found(`topic=${topic}`)).toEqual(['ferje', 'ferry'])
    expect(await found(`person=${translator.id}`)).toEqual(['ferje'])
    expect(await found(`person=${editor.id}`)).toEqual(['bridge', 'ferry'])
  })

  it.each(['state=lost', 'language=xx', 'from=yesterday', 'page=0', 'unknown=1', 'q=a&q2=b'])(
    '%s is refused in words',
    async (query) => {
      const { status, body } = await editor.rest('GET', `/api/search?${query}`)
      expect(status).toBe(422)
      expect(JSON.stringify(body)).toContain('The request isn’t complete')
    },
  )
})

it('nothing is found or counted of a text that somebody may not know of', async () => {
  await release('secret', { headline: 'The periscope' })
  const input = { field: 'lead', words: 'A submarine?' }
  accepted(await editor.rest('POST', `${path('secret')}/notes`, input))
  expect(await found('q=periscope', other)).toEqual(['secret'])
  accepted(await editor.rest('POST', `${path('secret')}/restriction`, { people: [editor.id] }))
  for (const q of ['periscope', 'submarine']) {
    expect(await found(`q=${q}`)).toEqual(['secret'])
    const { body } = accepted(await other.rest('GET', `/api/search?q=${q}`))
    expect(body).toMatchObject({ total: 0, more: false, found: [] })
    const file = (await other.rest('GET', `/api/search.csv?q=${q}`)).body as string
    expect(file.split('\r\n').filter((line) => line !== '')).toHaveLength(1)
  }
  expect(await found('', other)).not.toContain('secret')
})

it('a deleted text is found no more', async () => {
  await release('passing', { headline: 'A zeppelin' })
  expect(await found('q=zeppelin')).toEqual(['passing'])
  accepted(await editor.rest('DELETE', path('passing')))
  expect(await found('q=zeppelin')).toEqual([])
})

it('is for people at the desk', async () => {
  for (const where of ['/api/search?q=ferry', '/api/search.csv', '/api/my-searches'])
    expect((await desk.stranger.rest('GET', where)).status, where).toBe(401)
})

describe('a list as a file', () => {
  it('has a row for each text, for spreadsheet programs, and no formula', async () => {
    await release('sum', { headline: '=SUM(A1)', lead: 'A spreadsheet.' })
    const { status, body } = await editor.rest('GET', '/api/search.csv?q=spreadsheet')
    expect(status).toBe(200)
    const [head, row] = (body as string).split('\r\n')
    expect(head).toBe('type,id,headline,language,state,changed,found in')
    expect(row).toMatch(/^release,[^,]+,'=SUM\(A1\),en,draft,[^,]+,A spreadsheet\.$/)
  })
})

const saved = async (who: Someone) =>
  at(accepted(await who.rest('GET', '/api/my-searches')).body, 'searches') as { id: string }[]

describe('a search of one’s own', () => {
  it('is kept, and seen and removed by nobody else', async () => {
    const input = { name: 'The sea', query: 'q=ferry&language=en' }
    accepted(await editor.rest('POST', '/api/my-searches', input))
    const [mine] = await saved(editor)
    expect(mine).toMatchObject(input)
    expect(await saved(other)).toEqual([])
    const changed = await changedBy(desk, async () => {
      accepted(await other.rest('DELETE', `/api/my-searches/${mine?.id}`))
    })
    expect(changed).toEqual([])
    accepted(await editor.rest('DELETE', `/api/my-searches/${mine?.id}`))
    expect(await saved(editor)).toEqual([])
  })

  it.each([
    ['without a name', { name: ' ', query: 'q=x' }],
    ['that asks for what there isn’t', { name: 'X', query: 'colour=red' }],
  ])('%s is refused and changes nothing', async (_how, input) => {
    const changed = await changedBy(desk, async () => {
      expect((await editor.rest('POST', '/api/my-searches', input)).status).toBe(422)
    })
    expect(changed).toEqual([])
  })
})
