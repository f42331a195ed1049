import { getPayload, type Payload } from 'payload'
import { makeConfig } from '../../src/config.ts'
import { preparePressRevision } from '../../src/desk/press-revision.ts'
import { respond } from '../../src/press-room/respond.ts'
import { payloadStore, type PressStore } from '../../src/press-room/store.ts'
import { filled, unfilled } from './archive.ts'
import { median, ms, percentile, table, timed } from './figures.ts'
import { fill } from './fill.ts'

const origin = 'http://localhost:3000'

export interface Archive {
  payload: Payload
  store: PressStore
  /** Of English releases, newest first. */
  slugs: string[]
  editions: number
  close: () => Promise<void>
}

/** An archive with so many editions, made by the committed migrations. */
export async function openArchive(
  databaseUri: string,
  folder: string,
  editions: number,
): Promise<Archive> {
  const config = await makeConfig({
    databaseUri,
    secret: 'a secret for the bench that is long enough',
    serverUrl: origin,
    mediaDir: folder,
    logger: 'silent',
  })
  const payload = await getPayload({ config, key: `bench-${editions}` })
  await preparePressRevision(payload)
  await payload.updateGlobal({
    slug: 'mission',
    data: {
      names: [{ language: 'en', name: 'Embassy of Talvania', about: 'We work in Oslo.' }],
      languages: [...filled, unfilled],
      defaultLanguage: 'en',
      timeZonePost: 'Europe/Oslo',
      timeZoneCapital: 'UTC',
      colour: '#1f4e79',
    },
  })
  const archive = await fill(payload, editions)
  return {
    payload,
    store: payloadStore(payload),
    ...archive,
    close: async () => {
      const { client, connection } = payload.db as unknown as {
        client?: { close(): void }
        connection?: { dropDatabase(): Promise<unknown> }
      }
      await connection?.dropDatabase()
      await payload.destroy()
      client?.close()
    },
  }
}

/** What a reader may ask for that isn't in memory, `round` by round another one. */
interface Wish {
  name: string
  /** Deep pages have no counterpart in a small archive. */
  largeOnly?: boolean
  work: (archive: Archive, round: number) => Promise<unknown>
}

const page = (name: string, pathOf: (archive: Archive, round: number) => string, status = 200) => ({
  name,
  work: async (archive: Archive, round: number) => {
    const at = pathOf(archive, round)
    const answer = await respond(new Request(origin + at), {
      store: archive.store,
      now: () => new Date(),
      origin,
      log: (error) => {
        throw error
      },
    })
    if (answer.status !== status) throw new Error(`${at} answered ${answer.status}`)
    await answer.arrayBuffer()
  },
})

/** Another release each time, from all over the archive. */
const anySlug = ({ slugs }: Archive, round: number): string =>
  encodeURIComponent(slugs[(round * 7919) % slugs.length] ?? '')

/** Of twenty each. */
const lastPage = (slugs: readonly string[]): number => Math.ceil(slugs.length / 20)

const wishes: readonly Wish[] = [
  page('home page', () => '/en'),
  page('list of releases, page 1', () => '/en/releases'),
  page('list of releases, page 10', () => '/en/releases?page=10'),
  page('release page', (archive, round) => `/en/releases/${anySlug(archive, round)}`),
  page('list in a language without releases', () => `/${unfilled}/releases`),
  page('address that isn’t there', (_, round) => `/en/releases/nothing-${round}`, 404),
  {
    name: 'query: newest 20',
    work: ({ store }) => store.latest('en', 'texts', { page: 1, size: 20 }),
  },
  {
    name: 'query: entry by address',
    work: ({ store, slugs }, round) =>
      store.entryAt('en', slugs[(round * 7919) % slugs.length] ?? ''),
  },
  {
    ...page(
      'list of releases, the last page',
      ({ slugs }) => `/en/releases?page=${lastPage(slugs)}`,
    ),
    largeOnly: true,
  },
]

const count = ({ editions }: Archive): string => editions.toLocaleString('en')

export interface Growth {
  markdown: string
  /** The largest of the factors. */
  worst: number
}

/**
 * Pages made anew from a small and a large archive, in turn, so that whatever else the machine does meets both alike.
 * Medians; the factor is large by small.
 */
export async function measureGrowth(
  few: Archive,
  many: Archive,
  rounds: number,
  say: (line: string) => void,
): Promise<Growth> {
  const rows: string[][] = []
  let worst = 0
  for (const { name, work, largeOnly = false } of wishes) {
    const times = { few: [] as number[], many: [] as number[] }
    for (let round = 0; round < rounds + 20; round += 1) {
      const pair = [...(largeOnly ? [] : [['few', few] as const]), ['many', many] as const]
      if (round % 2 === 1) pair.reverse()
      for (const [which, archive] of pair) {
        const time = await timed(() => work(archive, round))
        // The first ones warm the caches of both.
        if (round >= 20) times[which].push(time)
      }
    }
    const factor = largeOnly ? null : median(times.many) / median(times.few)
    worst = Math.max(worst, factor ?? 0)
    rows.push([
      largeOnly ? `${name} (${lastPage(many.slugs).toLocaleString('en')})` : name,
      largeOnly ? '–' : ms(median(times.few)),
      ms(median(times.many)),
      ms(percentile(times.many, 95)),
      factor === null ? '–' : factor.toFixed(2),
    ])
    say(rows.at(-1)?.join('  ') ?? '')
  }
  return {
    worst,
    markdown: table(
      ['', `${count(few)} editions`, `${count(many)} editions`, 'of these p95', 'factor'],
      rows,
    ),
  }
}
