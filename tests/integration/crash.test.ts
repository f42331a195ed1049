import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectionOf } from '../../src/desk/documents.ts'
import { finishAll, settled } from '../../src/desk/finish.ts'
import { toLexical } from '../../src/desk/lexical.ts'
import { repair } from '../../src/desk/repair.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { type DeskType, deskTypes } from '../../src/workflow/states.ts'
import { type OpenDesk, openAt, type Order, type Wish } from './crash-desk.ts'
import { type Answer, at, openDesk, type Someone } from './harness.ts'
import { item } from './ninjs-items.ts'

/**
 * The process is killed at each write of an act. Whoever comes after finds the old or the new state in public, never
 * a third; the record verifies; and asking for the same again leads to the new state.
 */

const here = path.dirname(fileURLToPath(import.meta.url))
const mongo = process.env.TEST_DATABASE === 'mongodb' ? process.env.TEST_MONGODB_URI : undefined
const folder = mkdtempSync(path.join(tmpdir(), 'communique-crash-'))
// Next to the packages, which it finds from there. In one file, a child starts in half the time.
const child = path.resolve(here, `../../node_modules/.cache/crash/${randomUUID()}.mjs`)
const now = new Date().toISOString()
const dayIn = (days: number) =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10)

/** What Payload would load if it were there. */
const optional = ['graphql', 'pino-pretty', '@aws-sdk/*', 'jsdom', 'tsx', '@next/env']
/** What older packages in the one file expect. */
const commonJs = `
import { createRequire as $require } from 'node:module'
import { dirname as $dirname } from 'node:path'
import { fileURLToPath as $path } from 'node:url'
const require = $require(import.meta.url), __filename = $path(import.meta.url), __dirname = $dirname(__filename)
`

type PreparedText =
  | 'live'
  | 'second'
  | 'fresh'
  | 'draft'
  | 'spare'
  | 'kk'
  | 'image'
  | 'proposed'
  | 'withdrawn'
  | 'alone'

/** Where a desk's rows and files are kept. */
type Place = Pick<Order, 'databaseUri' | 'mediaDir'>

/** As it was before every act. */
interface Prepared extends Place {
  tokens: { editor: string; reviewer: string }
  /** Id of a bundle of `fresh` and `second`. */
  bundle: string
  ids: Record<PreparedText, string>
}
let prepared: Prepared

const uriOf = (name: string) =>
  mongo ? mongo.replace(/\/[^/?]*\?/, `/${name}?`) : `file:${path.join(folder, `${name}.db`)}`

const ok = (answer: Answer): Answer => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer
}
const idOf = (answer: Answer) => at(ok(answer).body, 'doc', 'id') as string
const body = (text: string) =>
  toLexical([{ type: 'paragraph', children: [{ type: 'text', text }] }])

async function prepare(): Promise<Prepared> {
  const desk = await openDesk()
  desk.clock.now = new Date(now)
  const [editor, reviewer] = [
    await desk.withPassword('editor', ['editor']),
    await desk.withPassword('reviewer', ['reviewer']),
  ]
  const act = async (who: Someone, where: string, action: string, input = {}) => {
    const revision = at((await who.rest('GET', `${where}/actions`)).body, 'revision')
    ok(await who.rest('POST', `${where}/actions/${action}`, { revision, ...input }))
  }
  const publish = async (where: string, approve = true, input = {}) => {
    await act(editor, where, 'submit')
    if (approve) await act(reviewer, where, 'approve')
    await act(reviewer, where, 'publish', input)
  }
  const upload = async (collection: string, name: string, file: Blob, fields: object) => {
    const form = new FormData()
    form.set('file', file, name)
    form.set('_payload', JSON.stringify(fields))
    return idOf(await editor.rest('POST', `/api/${collection}`, form))
  }
  const pixels = { width: 40, height: 30, channels: 3, background: '#123456' } as const
  const picture = async (name: string) =>
    upload(
      'images',
      name,
      new Blob([new Uint8Array(await sharp({ create: pixels }).jpeg().toBuffer())], {
        type: 'image/jpeg',
      }),
      {
        texts: ['en', 'nb', 'ru', 'kk'].map((language) => ({ language, alt: 'A', caption: 'C' })),
        credit: 'Embassy',
        cleared: true,
      },
    )
  const paper = await upload(
    'documents',
    'facts.pdf',
    new Blob([pdf], { type: 'application/pdf' }),
    { texts: [{ language: 'en', title: 'Facts' }] },
  )
  const bridge = await picture('bridge.jpg')
  const contact = idOf(
    await editor.rest('POST', '/api/contacts', { name: 'Ada Press', telephone: '+47 00 00 00 01' }),
  )
  for (const item of [`documents/${paper}`, `images/${bridge}`, `contacts/${contact}`])
    await publish(`/api/${item}`, false)
  const image = await picture('waiting.jpg')
  await act(editor, `/api/images/${image}`, 'submit')

  const release = async (headline: string, more = {}) =>
    idOf(
      await editor.rest('POST', '/api/releases', {
        language: 'en',
        kind: 'press-release',
        headline,
        lead: 'It opens on Friday.',
        datelinePlace: 'Oslo',
        datelineDate: '2026-03-03T12:00:00.000Z',
        body: body('It is long.'),
        contacts: [contact],
        about: false,
        ...more,
      }),
    )
  const translation = async (of: string, language: string, headline: string) =>
    idOf(
      await editor.rest('POST', '/api/translations', {
        release: of,
        language,
        headline,
        lead: headline,
        datelinePlace: 'Oslo',
        body: body(headline),
      }),
    )
  const live = await release('A bridge opens', {
    images: [bridge],
    documents: [paper],
    reviewBy: dayIn(30),
  })
  await publish(`/api/releases/${live}`)
  for (const [language, headline] of [
    ['nb', 'En bro åpner'],
    ['ru', 'Открытие моста'],
  ] as const)
    await publish(`/api/translations/${await translation(live, language, headline)}`)

  const second = await release('A tunnel opens', { images: [bridge] })
  await publish(`/api/releases/${second}`)
  const kk = await translation(second, 'kk', 'Тоннель ашылды')
  await publish(`/api/translations/${await translation(second, 'nb', 'En tunnel åpner')}`)
  await act(editor, `/api/translations/${kk}`, 'submit')
  await act(reviewer, `/api/translations/${kk}`, 'approve')
  await act(editor, `/api/releases/${second}`, 'revise')
  const revision = at((await editor.rest('GET', `/api/releases/${second}`)).body, 'revision')
  ok(
    await editor.rest('PATCH', `/api/releases/${second}`, {
      revision,
      headline: 'A long tunnel opens',
      images: [],
      documents: [paper],
    }),
  )
  await act(editor, `/api/releases/${second}`, 'submit')
  await act(reviewer, `/api/releases/${second}`, 'approve')

  const fresh = await release('A ferry sails', { images: [bridge], documents: [paper] })
  await act(editor, `/api/releases/${fresh}`, 'submit')
  await act(reviewer, `/api/releases/${fresh}`, 'approve')
  const draft = await release('A road closes', { images: [bridge] })

  // A family that was withdrawn, and what an administrator published alone.
  const withdrawn = await release('A quay opens')
  await publish(`/api/releases/${withdrawn}`)
  await publish(`/api/translations/${await translation(withdrawn, 'nb', 'En kai åpner')}`)
  await act(reviewer, `/api/releases/${withdrawn}`, 'withdraw', gone)
  const administrator = await desk.person('Ada', ['administrator'])
  const alone = await release('A dam may break')
  await act(administrator, `/api/releases/${alone}`, 'emergency-publish', urgent)
  const spare = await release('Nobody needs this', { images: [bridge] })

  // A newer version waits beside a text that somebody has worked on.
  const uri = 'urn:halvoria.example:crash:1'
  const take = async (version: string) =>
    ok(await editor.rest('POST', '/api/releases/import', item(uri, { version }, version)))
  await take('1')
  const { docs: imported } = await desk.payload.find({
    collection: 'releases',
    where: { provenanceUri: { equals: uri } },
  })
  ok(
    await editor.rest('PATCH', `/api/releases/${imported[0]?.id ?? ''}`, {
      revision: 1,
      lead: 'It sails in June.',
    }),
  )
  await take('2')
  const { docs: open } = await desk.payload.find({ collection: 'open-items' })
  const proposed = open[0]?.id ?? expect.unreachable()

  const bundle = idOf(
    await reviewer.rest('POST', '/api/bundles', {
      title: 'Ferry and tunnel',
      members: [fresh, second].map((value) => ({
        text: { relationTo: 'releases', value },
        must: true,
      })),
    }),
  )

  const tokens = { editor: editor.token ?? '', reviewer: reviewer.token ?? '' }
  expect(problemsOf(await verify(desk.payload))).toEqual([])
  const databaseUri = uriOf(nameOf())
  const mediaDir = path.join(folder, 'media')
  cpSync(desk.mediaDir, mediaDir, { recursive: true })
  if (mongo) await copyMongo(desk.payload, databaseUri)
  else copyFile(path.join(path.dirname(desk.mediaDir), 'test.db'), databaseUri.slice(5))
  await desk.close()
  const ids = { live, second, fresh, draft, spare, kk, image, proposed, withdrawn, alone }
  return { databaseUri, mediaDir, tokens, ids, bundle }
}

const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n45\n%%EOF\n'
const nameOf = () => `k${randomUUID().replaceAll('-', '').slice(0, 20)}`

/** What is in the log of a killed writer belongs to its database. */
function copyFile(from: string, to: string): void {
  for (const end of ['', '-wal']) if (existsSync(from + end)) cpSync(from + end, to + end)
}

interface Driver {
  name: string
  useDb: (name: string) => Driver
  db: { listCollections: () => { toArray: () => Promise<{ name: string }[]> } }
  collection: (name: string) => {
    find: () => { toArray: () => Promise<object[]> }
    insertMany: (rows: object[]) => Promise<unknown>
  }
  dropDatabase: () => Promise<unknown>
}
const driverOf = (payload: Payload) => (payload.db as unknown as { connection: Driver }).connection

/** The rows; whoever opens the copy makes its indexes. */
async function copyMongo(from: Payload, uri: string): Promise<void> {
  const source = driverOf(from)
  const target = source.useDb(new URL(uri).pathname.slice(1))
  const names = await source.db.listCollections().toArray()
  await Promise.all(
    names.map(async ({ name }) => {
      const rows = await source.collection(name).find().toArray()
      if (rows.length > 0) await target.collection(name).insertMany(rows)
    }),
  )
}

async function close({ payload }: OpenDesk): Promise<void> {
  ;(payload.db as unknown as { client?: { close: () => void } }).client?.close()
  await payload.destroy()
}

let original: OpenDesk | undefined

/** A copy of what was prepared. */
async function copied(): Promise<Place> {
  const name = nameOf()
  const place = { databaseUri: uriOf(name), mediaDir: path.join(folder, `${name}-media`) }
  cpSync(prepared.mediaDir, place.mediaDir, { recursive: true })
  if (mongo) {
    original ??= await openAt({ ...prepared, now })
    await copyMongo(original.payload, place.databaseUri)
  } else copyFile(prepared.databaseUri.slice(5), place.databaseUri.slice(5))
  return place
}

async function discard(desk: OpenDesk, { databaseUri, mediaDir }: Place): Promise<void> {
  if (mongo) await driverOf(desk.payload).dropDatabase()
  await close(desk)
  if (!mongo)
    for (const end of ['', '-wal', '-shm']) rmSync(databaseUri.slice(5) + end, { force: true })
  rmSync(mediaDir, { recursive: true, force: true })
}

type Row = Record<string, unknown> & { id: string }

/** Everything that the public could read, without the ids that differ from run to run. */
async function publicOf({ payload, mediaDir }: OpenDesk): Promise<string> {
  const { docs: editions } = await payload.db.find<Row>({
    collection: 'editions',
    limit: 0,
    pagination: false,
  })
  const content = new Map(editions.map((edition) => [edition.id, edition.content]))
  const { docs: entries } = await payload.db.find<Row>({
    collection: 'entries',
    limit: 0,
    pagination: false,
    sort: 'subject',
  })
  return JSON.stringify(
    entries.map(({ id: _id, createdAt: _made, updatedAt: _changed, edition, ...entry }) => ({
      ...Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))),
      content: content.get(String(edition)) ?? null,
      files: existsSync(path.join(mediaDir, 'public', `${String(entry.of)}s`, String(edition))),
    })),
    null,
    1,
  )
}

/** What was decided about what waits beside a text, and which version the text is of. */
async function decidedOf(payload: Payload): Promise<string> {
  const found: string[] = []
  const { docs } = await payload.db.find<Row>({ collection: 'open-items', pagination: false })
  for (const { subject, state } of docs) {
    const text = await payload.db.findOne<Row>({
      collection: 'releases',
      where: { id: { equals: String(subject) } },
    })
    found.push(`${String(state)}: version ${String(text?.provenanceVersion)}`)
  }
  return found.join(', ')
}

const countOf = async (payload: Payload, collection: 'editions' | 'events') =>
  (await payload.db.count({ collection })).totalDocs

interface Outcome {
  writes: string[]
  answer: Answer
}

/** An outcome for each order, or null when the child was killed. */
function run(orders: Order[]): Promise<Outcome[] | null> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--conditions=production', child],
      { env: { ...process.env, NODE_ENV: 'test', CRASH: JSON.stringify(orders) } },
      (error, stdout, stderr) => {
        if (error?.signal === 'SIGKILL') resolve(null)
        else if (error) reject(new Error(`${error.message}\n${stderr}`))
        else {
          const said = stdout.slice(stdout.indexOf('{"outcomes"'))
          resolve((JSON.parse(said) as { outcomes: Outcome[] }).outcomes)
        }
      },
    )
  })
}

async function inParallel<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items]
  await Promise.all(
    Array.from({ length: Math.min(3, cpus().length + 1) }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
    }),
  )
}

const action = (type: DeskType, id: string, name: string, revision: number, input = {}): Wish => ({
  method: 'POST',
  path: `/api/${collectionOf[type]}/${id}/actions/${name}`,
  body: { revision, ...input },
  token: prepared.tokens.reviewer,
})
const revised = { change: 'major', publicNote: 'The tunnel is long.' }
const gone = { explanation: 'It was wrong.' }
const urgent = { reason: 'The dam may break.' }

interface Act {
  name: string
  wish: () => Wish
  /** What the same request may be answered once its act was completed by the repair. */
  again: number[]
  /** Killed at fewer of its writes, as it does what another act of this list is killed in more closely. */
  sample?: number
}
const acts: Act[] = [
  {
    name: 'publishing a first edition',
    wish: () => action('release', prepared.ids.fresh, 'publish', 3),
    again: [200],
    sample: 4,
  },
  {
    name: 'publishing a second edition that uses other files',
    wish: () => action('release', prepared.ids.second, 'publish', 8, revised),
    again: [200],
  },
  {
    name: 'publishing a translation',
    wish: () => action('translation', prepared.ids.kk, 'publish', 3),
    again: [200],
    sample: 2,
  },
  {
    name: 'publishing an image',
    wish: () => action('image', prepared.ids.image, 'publish', 2),
    again: [200],
    sample: 4,
  },
  {
    name: 'saying that a text is still right',
    wish: () => action('release', prepared.ids.live, 'still-right', 4, { reviewBy: dayIn(90) }),
    again: [200],
    sample: 2,
  },
  {
    name: 'withdrawing a family',
    wish: () => action('release', prepared.ids.live, 'withdraw', 4, gone),
    again: [200],
    sample: 4,
  },
  {
    name: 'retracting a family with its files',
    wish: () => action('release', prepared.ids.live, 'retract', 4, gone),
    again: [200],
  },
  {
    name: 'reinstating a family',
    wish: () => action('release', prepared.ids.withdrawn, 'reinstate', 5, gone),
    again: [200],
    sample: 3,
  },
  {
    name: 'publishing in an emergency',
    wish: () => action('release', prepared.ids.draft, 'emergency-publish', 1, urgent),
    again: [200],
    sample: 3,
  },
  {
    name: 'confirming an emergency',
    wish: () => action('release', prepared.ids.alone, 'confirm', 2),
    again: [200],
    sample: 2,
  },
  {
    name: 'publishing a bundle',
    wish: () => ({
      method: 'POST',
      path: `/api/bundles/${prepared.bundle}/actions/publish`,
      body: {
        revision: 1,
        texts: [
          { id: prepared.ids.fresh, revision: 3 },
          { id: prepared.ids.second, revision: 8, ...revised },
        ],
      },
      token: prepared.tokens.reviewer,
    }),
    again: [200],
    sample: 2,
  },
  {
    name: 'saving a change',
    wish: () => ({
      method: 'PATCH',
      path: `/api/releases/${prepared.ids.draft}`,
      body: { revision: 1, headline: 'A road closes at night', images: [] },
      token: prepared.tokens.editor,
    }),
    again: [200, 409],
    sample: 4,
  },
  {
    name: 'noting that something must be fixed',
    wish: () => ({
      method: 'POST',
      path: `/api/releases/${prepared.ids.fresh}/notes`,
      body: { field: 'lead', words: 'Which Friday?', mustFix: true },
      token: prepared.tokens.reviewer,
    }),
    again: [201],
  },
  {
    name: 'taking a newer version over',
    wish: () => ({
      method: 'POST',
      path: `/api/open-items/${prepared.ids.proposed}/actions/take-over`,
      body: { revision: 2 },
      token: prepared.tokens.editor,
    }),
    again: [200, 409],
    sample: 3,
  },
  {
    name: 'making a release',
    wish: () => ({
      method: 'POST',
      path: '/api/releases',
      body: { language: 'en', headline: 'New', body: body('New.'), about: false },
      token: prepared.tokens.editor,
    }),
    again: [201],
    sample: 4,
  },
  {
    name: 'making a translation',
    wish: () => ({
      method: 'POST',
      path: '/api/translations',
      body: { release: prepared.ids.live, language: 'kk', headline: 'Көпір ашылды' },
      token: prepared.tokens.editor,
    }),
    again: [201, 409],
    sample: 4,
  },
  {
    name: 'deleting a draft',
    wish: () => ({
      method: 'DELETE',
      path: `/api/releases/${prepared.ids.spare}`,
      body: null,
      token: prepared.tokens.editor,
    }),
    again: [200, 404],
    sample: 4,
  },
]

/** MongoDB's writes are the same ones in the same order: the quick run kills it in the acts that do most. */
const chosen =
  mongo && process.env.CRASH_POINTS !== 'all'
    ? acts.filter(({ name, sample }) => sample === undefined || name.includes('bundle'))
    : acts

async function busyOf(payload: Payload): Promise<string[]> {
  const busy: string[] = []
  for (const type of deskTypes) {
    const { docs } = await payload.db.find({
      collection: collectionOf[type],
      where: { busy: { equals: 1 } },
      limit: 0,
      pagination: false,
    })
    busy.push(...docs.map(({ id }) => `${type} ${id}`))
  }
  return busy
}

const orderOf = (wish: Wish, place: Place, dieAt = 0, when: Order['when'] = 'before'): Order => ({
  ...place,
  now,
  wish,
  dieAt,
  when,
})

/** What the public reads, and what is decided, before any act. */
let before: { public: string; decided: string }
/** By act: a database in which nobody died, and what it took to get there. */
const whole = new Map<string, { place: Place; outcome: Outcome | undefined }>()

/** All acts in one process: a process for each would take longer than the acts. */
async function doWhole(): Promise<void> {
  const orders: Order[] = []
  for (const { wish } of chosen) orders.push(orderOf(wish(), await copied()))
  const [first] = orders
  if (!first) return
  const untouched = await openAt(first)
  before = {
    public: await publicOf(untouched),
    decided: await decidedOf(untouched.payload),
  }
  await close(untouched)
  const outcomes = await run(orders)
  for (const [index, place] of orders.entries())
    whole.set(chosen[index]?.name ?? '', { place, outcome: outcomes?.[index] })
}

beforeAll(async () => {
  mkdirSync(path.dirname(child), { recursive: true })
  await build({
    entryPoints: [path.join(here, 'crash-child.ts')],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['production'],
    external: [
      'sharp',
      'libsql',
      '@libsql/*',
      'mongodb',
      'mongoose',
      'drizzle-kit*',
      'next',
      'react',
      ...optional,
    ],
    banner: { js: commonJs },
    logLevel: 'error',
  })
  prepared = await prepare()
  await doWhole()
})

afterAll(async () => {
  if (original) await discard(original, prepared)
  rmSync(folder, { recursive: true, force: true })
  rmSync(child, { force: true })
})

describe('a process that is killed', () => {
  it.each(chosen)(
    'while $name',
    { timeout: 300_000 },
    async ({ name, wish: wishOf, again, sample = 1 }) => {
      const wish = wishOf()
      const { place: done, outcome } = whole.get(name) ?? expect.unreachable()
      expect(outcome?.answer.status, JSON.stringify(outcome?.answer.body)).toBeLessThan(300)
      const writes = outcome?.writes ?? []
      const finished = await openAt(orderOf(wish, done))
      const after = await publicOf(finished)
      const decided = await decidedOf(finished.payload)
      const editions = await countOf(finished.payload, 'editions')
      expect(problemsOf(await verify(finished.payload))).toEqual([])
      await discard(finished, done)

      // Every write is counted, so what is stored after one is what is stored before the next: asking twice
      // (CRASH_POINTS=all) finds the same.
      const last = writes.length
      const every = writes.flatMap((what, index) =>
        (['before', 'after'] as const)
          .map((when) => ({ dieAt: index + 1, when, what }))
          .filter(
            ({ when }) =>
              when === 'before' || index === last - 1 || process.env.CRASH_POINTS === 'all',
          ),
      )
      // A sample, since each takes a second; `npm run crash` dies everywhere.
      const step = process.env.CRASH_POINTS === 'all' ? 1 : (mongo ? 16 : 12) * sample
      const points = every.filter((_, index) => index % step === 0 || index === every.length - 1)
      if (process.env.CRASH_POINTS) console.log(`${points.length} points: ${writes.join(', ')}`)
      await inParallel(points, async ({ dieAt, when, what }) => {
        const point = `${when} write ${dieAt} (${what})`
        const place = await copied()
        expect(await run([orderOf(wish, place, dieAt, when)]), `${point}: not killed`).toBeNull()
        const desk = await openAt(orderOf(wish, place))
        const { payload } = desk
        await repair(payload, true)
        const found = await publicOf(desk)
        expect([before.public, after], `${point}: a third state in public`).toContain(found)
        expect([before.decided, decided], `${point}: half a decision`).toContain(
          await decidedOf(payload),
        )
        expect(await busyOf(payload), point).toEqual([])
        expect(problemsOf(await verify(payload)), point).toEqual([])
        const repeated = await desk.ask(wish)
        expect(again, `${point}: ${JSON.stringify(repeated)}`).toContain(repeated.status)
        expect(await publicOf(desk), `${point}: repeated`).toBe(after)
        if (repeated.status < 300)
          expect(await decidedOf(payload), `${point}: repeated`).toBe(decided)
        expect(await countOf(payload, 'editions'), `${point}: editions`).toBe(editions)
        expect(problemsOf(await verify(payload)), `${point}: repeated`).toEqual([])
        await discard(desk, place)
      })
    },
  )

  it.each([
    ['saving a change', 2, 'before', 409],
    ['deleting a draft', 2, 'before', 404],
    ['withdrawing a family', 4, 'before', 200],
  ] as const)(
    'while %s is completed by the others after its time',
    async (name, dieAt, when, again) => {
      const wish = acts.find((act) => act.name === name)?.wish() ?? expect.unreachable()
      const place = await copied()
      const order = orderOf(wish, place, dieAt, when)
      expect(await run([order])).toBeNull()
      const desk = await openAt(order)
      const { payload } = desk
      if (name === 'saving a change') {
        await finishAll(payload)
        expect(await busyOf(payload), 'a save may still be under way').toHaveLength(1)
      }
      for (const type of deskTypes) {
        const { docs } = await payload.db.find<Row>({
          collection: collectionOf[type],
          where: { busy: { equals: 1 } },
          limit: 0,
          pagination: false,
        })
        for (const { id, revision } of docs) {
          await payload.db.updateOne({
            collection: collectionOf[type],
            where: { id: { equals: id }, revision: { equals: revision } },
            data: { busySince: new Date(Date.now() - 60_000).toISOString() },
            options: { atomic: true },
          })
          const doc = await settled(payload, type, id)
          expect(doc?.busy ?? 0).toBe(0)
        }
      }
      expect(problemsOf(await verify(payload))).toEqual([])
      expect((await desk.ask(wish)).status).toBe(again)
      await discard(desk, place)
    },
  )
})
