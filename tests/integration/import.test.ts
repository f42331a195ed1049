import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromLexical } from '../../src/desk/lexical.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { findMixedScript } from '../../src/language/scripts.ts'
import { type Block, plainText } from '../../src/workflow/content.ts'
import { alarms } from './false-alarms.ts'
import { type Answer, at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import { fixture, item, type Json, translationOf } from './ninjs-items.ts'
import { wholeDatabase } from './whole-database.ts'

let desk: Desk
let editor: Someone
let second: Someone
let reviewer: Someone

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  second = await desk.person('second', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  await desk.payload.updateGlobal({
    slug: 'mission',
    data: { languages: ['en', 'nb', 'da', 'kk'], defaultLanguage: 'en' },
  })
})
afterAll(() => desk.close())

const route = '/api/releases/import'
const send = (json: unknown, who: Someone = editor) => who.rest('POST', route, json)

async function imported(json: unknown): Promise<Answer['body']> {
  const answer = await send(json)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const outcomesOf = (body: unknown) =>
  (at(body, 'items') as { outcome: string }[]).map(({ outcome }) => outcome)
const notesOf = (body: unknown, index = 0) => at(body, 'items', index, 'problems') as string[]

type Row = Record<string, unknown> & { id: string }

async function rows(collection: 'releases' | 'translations', uri: string): Promise<Row[]> {
  const { docs } = await desk.payload.db.find<Row>({
    collection,
    where: { provenanceUri: { equals: uri } },
    limit: 0,
    pagination: false,
  })
  return docs
}
async function only(collection: 'releases' | 'translations', uri: string): Promise<Row> {
  const found = await rows(collection, uri)
  expect(found).toHaveLength(1)
  return found[0] ?? expect.unreachable()
}
const blocksOf = (row: Row): Block[] => fromLexical(row.body)
const wordsOf = (row: Row): string[] =>
  blocksOf(row).map((block) =>
    block.type === 'paragraph' || block.type === 'heading' ? plainText(block.children) : '',
  )

async function eventsOf(subject: string): Promise<Row[]> {
  const { docs } = await desk.payload.db.find<Row>({
    collection: 'events',
    where: { subject: { equals: subject } },
    sort: 'number',
    limit: 0,
    pagination: false,
  })
  return docs
}
async function openItemsOf(subject: string): Promise<Row[]> {
  const { docs } = await desk.payload.db.find<Row>({
    collection: 'open-items',
    where: { subject: { equals: subject } },
    sort: 'raisedAt',
    limit: 0,
    pagination: false,
  })
  return docs
}

let made = 0
const fresh = () => `urn:halvoria.example:import:${++made}`

const real =
  process.env.TEST_REAL_ITEMS ?? path.resolve(import.meta.dirname, '../../../shared/real')
const files = existsSync(real) ? readdirSync(real).filter((name) => name.endsWith('.json')) : []
const read = (name: string) => JSON.parse(readFileSync(path.join(real, name), 'utf8')) as Json
const realSuite =
  files.length > 0
    ? 'the real files'
    : 'the real files, not here: a clone elsewhere has no ../shared/real, and TEST_REAL_ITEMS names no folder'

describe.skipIf(files.length === 0)(realSuite, () => {
  let before: string

  it('all go in, as drafts in the languages of the mission', async () => {
    expect(files).toHaveLength(6)
    const report = await imported(files.map(read))
    expect(report).toMatchObject({ created: 6, refused: 0, check: false })
    before = await wholeDatabase(desk)
    const languages: string[] = []
    for (const name of files) {
      const json = read(name)
      const row = await only('releases', String(json.uri))
      languages.push(String(row.language))
      expect(row).toMatchObject({ state: 'draft', revision: 1, standing: 'none' })
      expect(await eventsOf(row.id)).toMatchObject([{ what: 'import', actorName: 'editor' }])
    }
    expect(languages.sort()).toEqual(['da', 'en', 'nb', 'nb', 'nb', 'nb'])
  })

  it.each(files)('%s stands on the desk letter by letter', async (name) => {
    const json = read(name)
    const row = await only('releases', String(json.uri))
    expect(row.headline).toBe(at(json, 'headlines', 0, 'value'))
    const html = at(json, 'bodies', 0, 'value')
    if (typeof html === 'string') {
      expect(row.lead).toBe(at(json, 'descriptions', 0, 'value'))
      // Taken apart without the parser of the import: these bodies are plain paragraphs without entities.
      expect(html).not.toMatch(/&[a-z#]/i)
      expect(html.replaceAll(/<\/?p>/g, '')).not.toMatch(/[<>]/)
      expect(wordsOf(row)).toEqual([...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, words]) => words))
    } else {
      // The agency's example has its text where others have the lead.
      expect(row.lead).toBe('')
      expect(wordsOf(row)).toEqual([String(at(json, 'descriptions', 0, 'value')).trim()])
    }
    expect(String(row.datelineDate)).toContain(String(json.firstCreated).slice(0, 10))
    const source = at(json, 'infoSources', 0, 'name') ?? json.copyrightHolder ?? ''
    expect(row.sourceLabel).toBe(source)
    expect(row.sourceUrl).toBe(at(json, 'infoSources', 0, 'uri') ?? '')
  })

  it('keep what is wrong with them for people to see', async () => {
    const english = await only('releases', String(read('nurtleu-brussels.en.ninjs.json').uri))
    const mixed = wordsOf(english).flatMap(findMixedScript)
    expect(mixed).toHaveLength(1)
    const letters = createHash('sha256').update([...(mixed[0] ?? '')].slice(1).join(''))
    expect(letters.digest('hex')).toBe(createHash('sha256').update('inister').digest('hex'))
    // A quotation mark that closes what was never opened.
    expect(wordsOf(english).join('').split('"')).toHaveLength(2)
    const danish = await only(
      'releases',
      String(read('samarbejdsraad-luxembourg.da.ninjs.json').uri),
    )
    expect(wordsOf(danish)).toHaveLength(40)
    expect(wordsOf(danish).join(' ').match(/XNUMX/g)).toHaveLength(1)
    const { body } = await editor.rest('GET', `/api/releases/${english.id}/actions`)
    expect(at(body, 'problems')).toContainEqual(
      expect.objectContaining({ requirement: 'one-script-per-word', found: mixed[0] }),
    )
  })

  // Each of these is right: none names a contact, which our readers are promised, and the rest is as it says.
  it('raise no false alarm', async () => {
    const found: Record<string, string[]> = {}
    for (const name of files) {
      const { id } = await only('releases', String(read(name).uri))
      found[name] = await alarms(editor, 'releases', id)
    }
    expect(found).toEqual({
      'afghanistan-brussel.nb.ninjs.json': ['contact-present contacts'],
      'ministermote-luxembourg.nb.ninjs.json': [
        'dateline-present datelinePlace',
        'contact-present contacts',
      ],
      // The agency's example has its text where others have the lead.
      'ntb-example.nb.ninjs.json': ['lead-present lead', 'contact-present contacts'],
      'nurtleu-brussels.en.ninjs.json': [
        'dateline-present datelinePlace',
        'contact-present contacts',
        // Its first letter is Cyrillic.
        'one-script-per-word body 3 \u041cinister',
      ],
      'samarbejdsraad-luxembourg.da.ninjs.json': [
        'dateline-present datelinePlace',
        'contact-present contacts',
        // A year that a machine translation lost.
        'no-placeholder body 18 XNUMX',
      ],
      'samtaler-norge.nb.ninjs.json': [
        'dateline-present datelinePlace',
        'contact-present contacts',
      ],
    })
  })

  it('are told about where they have no place', async () => {
    const report = await imported(files.map((name) => ({ ...read(name), uri: fresh() })))
    const told = Object.fromEntries(files.map((name, index) => [name, notesOf(report, index)]))
    expect(told['samarbejdsraad-luxembourg.da.ninjs.json']).toEqual(
      expect.arrayContaining([
        expect.stringContaining('machine translation'),
        expect.stringContaining('byline'),
      ]),
    )
    expect(told['afghanistan-brussel.nb.ninjs.json']).toEqual(
      expect.arrayContaining([expect.stringContaining('pictures are uploaded on the desk')]),
    )
    expect(
      told['ntb-example.nb.ninjs.json']?.filter((one) => /is no topic here/.test(one)),
    ).toHaveLength(4)
  })

  it('change nothing when they come again', async () => {
    const now = await wholeDatabase(desk)
    expect(now.length).toBeGreaterThan(before.length)
    const report = await imported(files.map(read))
    expect(report).toMatchObject({ unchanged: 6, created: 0, updated: 0 })
    expect(await wholeDatabase(desk)).toBe(now)
  })
})

describe('items of every version of ninjs', () => {
  it.each([
    ['wire-1.3.json', ['created']],
    ['wire-2.1.json', ['created', 'created']],
    ['ministry-3.0.json', ['created', 'created', 'unchanged']],
  ])('%s', async (name, outcomes) => {
    const json = fixture(name)
    const check = await editor.rest('POST', `${route}?check=true`, json)
    const report = await imported(json)
    expect(outcomesOf(report)).toEqual(outcomes)
    // The same report, word by word, as without changing anything.
    expect({ ...(check.body as Json), check: false }).toEqual(report)
    const again = await wholeDatabase(desk)
    expect(outcomesOf(await imported(json))).toEqual(outcomes.map(() => 'unchanged'))
    expect(await wholeDatabase(desk)).toBe(again)
  })

  it('fill the fields of a release', async () => {
    const row = await only('releases', 'https://ministry.halvoria.example/news/2026/17')
    expect(row).toMatchObject({
      language: 'en',
      kind: 'press-release',
      headline: 'Halvoria and Kazakhstan open a joint weather station',
      lead: 'The station measures wind and snow at 2,400 metres.',
      datelinePlace: 'Astana',
      sourceLabel: 'Ministry of the Environment of Halvoria',
      sourceUrl: 'https://ministry.halvoria.example/news/2026/17',
      provenanceVersion: '5',
      provenanceRevision: 1,
    })
    // The day in the provider's own zone, not in UTC.
    expect(new Date(String(row.datelineDate)).toISOString()).toBe('2026-05-18T12:00:00.000Z')
    expect(new Date(String(row.embargo)).toISOString()).toBe('2026-05-19T01:00:00.000Z')
    expect(blocksOf(row)).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Readings are shared every ten minutes, on ' },
          {
            type: 'link',
            href: 'https://weather.halvoria.example/station?id=17&unit=si',
            children: [{ type: 'text', text: 'one page' }],
          },
          { type: 'text', text: '.' },
        ],
      },
      {
        type: 'list',
        ordered: false,
        items: [
          { children: [{ type: 'text', text: 'wind: 2 masts' }] },
          {
            children: [{ type: 'text', text: 'snow: 1 radar' }],
            list: {
              type: 'list',
              ordered: true,
              items: [
                {
                  children: [
                    { type: 'text', text: 'tested in ' },
                    { type: 'text', text: 'March', marks: ['bold'] },
                  ],
                },
              ],
            },
          },
        ],
      },
      {
        type: 'quotation',
        text: 'Weather knows no borders.',
        speaker: 'Ingrid Falk, Minister of the Environment',
      },
    ])
  })

  it('leave nothing behind that could run, and tell what was left out', async () => {
    const row = await only('releases', 'urn:newsml:wire.halvoria.example:20260401:0042')
    expect(JSON.stringify(row.body)).not.toMatch(/script|iframe|<|javascript/)
    const again = [fixture('wire-2.1.json')].flat()[0]
    const report = await imported({ ...again, uri: fresh() })
    expect(notesOf(report)).toEqual(
      expect.arrayContaining([
        'Not placed: table with 2 rows “Lake km² Mjelva 310”.',
        'Not placed: script (https://track.example/t.js).',
        'Not placed: embedded iframe (https://maps.example/lakes).',
        'Not placed: link of “its text” (https://treaties.halvoria.example/lakes).',
      ]),
    )
  })

  it('put a translation that comes before its original under it', async () => {
    const release = await only('releases', 'https://ministry.halvoria.example/news/2026/17')
    const row = await only('translations', 'https://ministry.halvoria.example/news/2026/17/nb')
    expect(row).toMatchObject({ language: 'nb', release: release.id, state: 'draft', revision: 1 })
    expect(await eventsOf(row.id)).toMatchObject([
      { what: 'import', family: release.id, note: expect.stringContaining('/17/nb, 3') as string },
    ])
  })
})

describe('subjects', () => {
  it('become topics by any of their names, and those that are none are told', async () => {
    const topic = await desk.payload.create({
      collection: 'topics',
      data: {
        slug: 'ferries',
        names: [
          { language: 'en', name: 'Ferries' },
          { language: 'kk', name: 'Паромдар' },
        ],
      },
    })
    const uri = fresh()
    const report = await imported(
      item(uri, { subjects: [{ name: ' ПАРОМДАР' }, { name: 'ferries' }, { name: 'Lakes' }] }),
    )
    const { body } = await editor.rest('GET', `/api/releases/${(await only('releases', uri)).id}`)
    expect(at(body, 'topics')).toEqual([topic.id])
    expect(notesOf(report)).toEqual(['Not placed: subject “Lakes”, which is no topic here.'])
  })
})

describe('a newer version', () => {
  it('updates a draft that nobody has touched', async () => {
    const uri = fresh()
    await imported(item(uri))
    const report = await imported(item(uri, { version: '2' }, 'It carries <b>310</b> people.'))
    expect(outcomesOf(report)).toEqual(['updated'])
    const row = await only('releases', uri)
    expect(row).toMatchObject({ revision: 2, provenanceVersion: '2', provenanceRevision: 2 })
    expect(wordsOf(row)).toEqual(['It carries 310 people.'])
    const events = await eventsOf(row.id)
    expect(events.map(({ what }) => what)).toEqual(['import', 'import'])
    expect(events[1]?.note).toBe(`${uri}, 2`)
    // And again, since the update wasn't anybody's work.
    expect(outcomesOf(await imported(item(uri, { version: '3' })))).toEqual(['updated'])
  })

  it.each([
    [
      'somebody has changed the text',
      (id: string) =>
        editor.rest('PATCH', `/api/releases/${id}`, { revision: 1, lead: 'In June.' }),
    ],
    [
      'it is in review',
      async (id: string) => {
        const contact = await editor.rest('POST', '/api/contacts', {
          name: 'Ada Press',
          telephone: '+47 00 00 00 01',
        })
        const contacts = [at(contact.body, 'doc', 'id')]
        await editor.rest('PATCH', `/api/releases/${id}`, { revision: 1, contacts })
        return editor.rest('POST', `/api/releases/${id}/actions/submit`, { revision: 2 })
      },
    ],
  ])('waits beside the text when %s', async (_when, work) => {
    const uri = fresh()
    await imported(item(uri))
    const { id } = await only('releases', uri)
    expect((await work(id)).status).toBe(200)
    const before = await only('releases', uri)
    const newer = item(uri, { version: '2' }, 'Other words.')
    const report = await imported(newer)
    expect(outcomesOf(report)).toEqual(['proposed'])
    expect(await only('releases', uri)).toEqual(before)
    expect(await openItemsOf(id)).toMatchObject([
      { kind: 'proposed-update', state: 'open', version: '2', uri, raisedByName: 'editor' },
    ])
    // Once for each version, however often it comes.
    const whole = await wholeDatabase(desk)
    expect(outcomesOf(await imported([newer, newer]))).toEqual(['unchanged', 'unchanged'])
    expect(await wholeDatabase(desk)).toBe(whole)
  })

  it('takes the place of an older one that waits, and an older one doesn’t come back', async () => {
    const uri = fresh()
    await imported(item(uri))
    const { id } = await only('releases', uri)
    await editor.rest('PATCH', `/api/releases/${id}`, { revision: 1, lead: 'In June.' })
    await imported(item(uri, { version: '3' }, 'Three.'))
    expect(outcomesOf(await imported(item(uri, { version: '2' }, 'Two.')))).toEqual(['unchanged'])
    expect(outcomesOf(await imported(item(uri, { version: '10' }, 'Ten.')))).toEqual(['proposed'])
    const states = Object.fromEntries(
      (await openItemsOf(id)).map(({ version, state }) => [version, state]),
    )
    expect(states).toEqual({ '3': 'superseded', '10': 'open' })
  })

  it('in another language is refused', async () => {
    const uri = fresh()
    await imported(item(uri))
    const answer = await send(item(uri, { version: '2', language: 'nb' }))
    expect(answer.status).toBe(422)
    expect(at(answer.body, 'errors', 0, 'message')).toMatch(
      /^request: language: expected a version in en, as it was imported, not nb/,
    )
  })

  it('that is older than what is here changes nothing', async () => {
    const uri = fresh()
    await imported(item(uri, { version: '5' }))
    const before = await wholeDatabase(desk)
    const report = await imported(item(uri, { version: '4' }, 'Old.'))
    expect(outcomesOf(report)).toEqual(['unchanged'])
    expect(notesOf(report)).toEqual(['A newer version of it is here.'])
    expect(await wholeDatabase(desk)).toBe(before)
  })
})

describe('an item that is cancelled at its source', () => {
  it('raises an open item once, and deletes and changes nothing', async () => {
    const uri = fresh()
    await imported(item(uri))
    const before = await only('releases', uri)
    const cancelled = { uri, pubStatus: 'canceled', version: '2' }
    expect(outcomesOf(await imported(cancelled))).toEqual(['raised'])
    expect(await only('releases', uri)).toEqual(before)
    expect(await openItemsOf(before.id)).toMatchObject([
      { kind: 'canceled-at-source', state: 'open', version: '2' },
    ])
    const whole = await wholeDatabase(desk)
    expect(outcomesOf(await imported(cancelled))).toEqual(['unchanged'])
    expect(await wholeDatabase(desk)).toBe(whole)
  })

  it('and isn’t known here says so', async () => {
    const report = await imported({ uri: fresh(), pubStatus: 'canceled' })
    expect(notesOf(report)).toEqual(['It is cancelled at its source, and isn’t known here.'])
  })
})

describe('a translation', () => {
  it('in the language of a translation that people made waits beside that one', async () => {
    const uri = fresh()
    await imported(item(uri))
    const release = await only('releases', uri)
    const own = await editor.rest('POST', '/api/translations', {
      release: release.id,
      language: 'nb',
      headline: 'En ferge for innsjøen',
    })
    expect(own.status, JSON.stringify(own.body)).toBe(201)
    const report = await imported(
      item(fresh(), { language: 'no', associations: translationOf(uri) }),
    )
    expect(outcomesOf(report)).toEqual(['proposed'])
    expect(await openItemsOf(at(own.body, 'doc', 'id') as string)).toMatchObject([
      { kind: 'proposed-update', of: 'translation', family: release.id },
    ])
  })

  it('of something that isn’t known is a release, and says so', async () => {
    const uri = fresh()
    const report = await imported(
      item(uri, { language: 'nb', associations: translationOf('urn:halvoria.example:nowhere') }),
    )
    expect(outcomesOf(report)).toEqual(['created'])
    expect(notesOf(report)).toEqual([
      'What it translates (urn:halvoria.example:nowhere) isn’t known here.',
    ])
    await only('releases', uri)
  })

  it('of a translation, in any order, belongs to its release', async () => {
    const [one, two, three] = [fresh(), fresh(), fresh()]
    const report = await imported([
      item(three, { language: 'kk', associations: translationOf(two) }),
      item(two, { language: 'nb', associations: translationOf(one) }),
      item(one),
    ])
    expect(outcomesOf(report)).toEqual(['created', 'created', 'created'])
    const release = await only('releases', one)
    for (const uri of [two, three])
      expect(await only('translations', uri)).toMatchObject({ release: release.id })
  })

  it('says what its release says otherwise', async () => {
    const uri = fresh()
    await imported(item(uri))
    const report = await imported(
      item(fresh(), {
        language: 'nb',
        contentCreated: '2026-03-09T08:00:00Z',
        embargoedUntil: '2026-03-10T08:00:00Z',
        associations: translationOf(uri),
      }),
    )
    expect(notesOf(report)).toEqual([
      'Not placed: date 2026-03-09, since a translation has that of its release.',
      'Not placed: embargo until 2026-03-10T08:00:00.000Z, since a translation has that of its release.',
    ])
  })
})

describe('a broken item', () => {
  const broken: [string, unknown, string][] = [
    ['no object', 'hello', 'request: [1]: expected an object.'],
    [
      'no uri',
      item('x', { uri: undefined }),
      'request: [1].uri: expected an absolute URI, such as urn:… or https://…',
    ],
    [
      'no language',
      item('urn:x:1', { language: undefined }),
      'request: [1].language: expected a language tag, such as nb-NO.',
    ],
    [
      'a language that nobody has here',
      item('urn:x:2', { language: 'zh' }),
      'request: [1].language: expected one of ',
    ],
    [
      'no headline',
      item('urn:x:3', { headlines: [] }),
      'request: [1].headlines: expected a headline.',
    ],
    [
      'a blank headline',
      item('urn:x:4', { headlines: [{ value: ' ' }] }),
      'request: [1].headlines[0].value: expected a headline, not an empty one.',
    ],
    [
      'a moment without a zone',
      item('urn:x:5', { versionCreated: '2026-03-04 08:00' }),
      'request: [1].versionCreated: expected a date and time with its zone',
    ],
    [
      'another status',
      item('urn:x:6', { pubStatus: 'deleted' }),
      'request: [1].pubStatus: expected usable, withheld or canceled.',
    ],
    [
      'a picture',
      item('urn:x:7', { type: 'picture' }),
      'request: [1].type: expected text, not picture',
    ],
    [
      'a body that is no text',
      item('urn:x:8', { bodies: [{ value: 7 }] }),
      'request: [1].bodies[0].value: expected text.',
    ],
    [
      'a headline of ninjs 1.x that is no text',
      { ...(fixture('wire-1.3.json') as Json), headline: 7 },
      'request: [1].headline: expected text.',
    ],
    [
      'a body that is nested without end',
      item('urn:x:9', {}, '<div>'.repeat(500)),
      'request: [1].bodies[0].value: expected HTML whose elements are nested at most 200 deep.',
    ],
  ]

  it.each(broken)('with %s doesn’t stop the others', async (_what, json, told) => {
    const [first, last] = [fresh(), fresh()]
    const report = await imported([item(first), json, item(last)])
    expect(outcomesOf(report)).toEqual(['created', 'refused', 'created'])
    expect(notesOf(report, 1)).toHaveLength(1)
    expect(notesOf(report, 1)[0]).toContain(told)
    await only('releases', first)
    await only('releases', last)
  })

  it('that is all there is is refused with what is wrong, and changes nothing', async () => {
    const before = await wholeDatabase(desk)
    const answer = await send(item('urn:x:10', { language: 7 }))
    expect(answer.status).toBe(422)
    expect(at(answer.body, 'errors', 0, 'message')).toBe(
      'request: language: expected a language tag, such as nb-NO.',
    )
    expect(at(answer.body, 'errors', 0, 'data')).toMatchObject({ refused: 1, created: 0 })
    expect(await wholeDatabase(desk)).toBe(before)
  })
})

describe('checking', () => {
  it('changes nothing, and tells what an import would do', async () => {
    const [known, touched, gone] = [fresh(), fresh(), fresh()]
    await imported([item(known), item(touched), item(gone)])
    const { id } = await only('releases', touched)
    await editor.rest('PATCH', `/api/releases/${id}`, { revision: 1, lead: 'In June.' })
    const anew = fresh()
    const items = [
      item(fresh(), { language: 'nb', associations: translationOf(anew) }),
      item(anew, { subjects: [{ name: 'Lakes' }] }),
      item(anew, { version: '2' }),
      item(known),
      item(known, { version: '2' }, 'New.'),
      item(touched, { version: '2' }, 'New.'),
      item(touched, { version: '2' }, 'New.'),
      { uri: gone, pubStatus: 'canceled', version: '2' },
      item('nothing'),
    ]
    const before = await wholeDatabase(desk)
    const check = await editor.rest('POST', `${route}?check=true`, items)
    expect(check.status).toBe(200)
    expect(await wholeDatabase(desk)).toBe(before)
    expect(outcomesOf(check.body)).toEqual([
      'created',
      'created',
      'updated',
      'unchanged',
      'updated',
      'proposed',
      'unchanged',
      'raised',
      'refused',
    ])
    expect({ ...(check.body as Json), check: false }).toEqual(await imported(items))
  })
})

describe('who imports', () => {
  it.each([
    ['a stranger', async () => desk.stranger, 401],
    ['a translator', () => desk.person('translator', ['translator']), 403],
    ['a reviewer', async () => reviewer, 403],
    ['an administrator', () => desk.person('administrator', ['administrator']), 403],
  ])('is not %s', async (_who, person, status) => {
    const who = await person()
    const before = await wholeDatabase(desk)
    for (const query of ['', '?check=true']) {
      const answer = await who.rest('POST', `${route}${query}`, item(fresh()))
      expect(answer.status).toBe(status)
      expect(at(answer.body, 'errors', 0, 'message')).toMatch(/^(Sign in|Only an editor)/)
    }
    expect(await wholeDatabase(desk)).toBe(before)
  })

  it('can’t approve what came in by their hand', async () => {
    const both = await desk.person('both', ['editor', 'reviewer'])
    const uri = fresh()
    expect((await send(item(uri), both)).status).toBe(200)
    const { id } = await only('releases', uri)
    const contact = await editor.rest('POST', '/api/contacts', { name: 'Bo', telephone: '+47 1' })
    const contacts = [at(contact.body, 'doc', 'id')]
    await editor.rest('PATCH', `/api/releases/${id}`, { revision: 1, contacts })
    await editor.rest('POST', `/api/releases/${id}/actions/submit`, { revision: 2 })
    const answer = await both.rest('POST', `/api/releases/${id}/actions/approve`, { revision: 3 })
    expect(answer.status).toBe(403)
    expect(at(answer.body, 'errors', 0, 'data', 'why', 0, 'code')).toBe('own-work')
  })
})

describe('a request that can’t be an import', () => {
  it.each([
    ['a word', '"hello"', '', 422, /one ninjs item, or an array/],
    ['nothing', 'null', '', 422, /one ninjs item, or an array/],
    ['an empty array', '[]', '', 422, /no item in the array/],
    [
      'too many items',
      JSON.stringify(Array.from({ length: 501 }, () => ({}))),
      '',
      422,
      /at most 500 items/,
    ],
    ['half an item', '{"uri":', '', 400, /isn’t JSON/],
    ['an unknown wish', '{}', '?check=maybe', 422, /check must be true or false/],
  ])('is %s', async (_what, body, query, status, told) => {
    const before = await wholeDatabase(desk)
    // As it is, since what isn't JSON can't be sent otherwise.
    const answer = await desk.handle(
      new Request(`${serverUrl}${route}${query}`, {
        method: 'POST',
        headers: {
          Authorization: `JWT ${editor.token ?? ''}`,
          'Content-Type': 'application/json',
        },
        body,
      }),
    )
    expect(answer.status).toBe(status)
    expect(at(await answer.json(), 'errors', 0, 'message')).toMatch(told)
    expect(await wholeDatabase(desk)).toBe(before)
  })
})

describe('two who import the same item at once', () => {
  it('make one text of it', async () => {
    const uri = fresh()
    const answers = await Promise.all([send(item(uri)), send(item(uri), second)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers.flatMap(({ body }) => outcomesOf(body)).sort()).toEqual(['created', 'unchanged'])
    await only('releases', uri)
  })

  it('update it once', async () => {
    const uri = fresh()
    await imported(item(uri))
    const newer = item(uri, { version: '2' }, 'New.')
    const answers = await Promise.all([send(newer), send(newer, second)])
    expect(answers.flatMap(({ body }) => outcomesOf(body)).sort()).toEqual(['unchanged', 'updated'])
    expect(await only('releases', uri)).toMatchObject({ revision: 2 })
  })
})

it('leaves a record that is whole', async () => {
  expect(problemsOf(await verify(desk.payload))).toEqual([])
})
