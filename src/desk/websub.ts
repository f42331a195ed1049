import type { Payload } from 'payload'
import { z } from 'zod'
import { feedFormats, feedPath, topicFeedPath } from '../press-room/addresses.ts'
import { pressRevision } from '../press-room/revision.ts'
import type { PressStore } from '../press-room/store.ts'
import { lookAgain } from './loop.ts'

/**
 * Tells a hub which feeds have changed (W3C, WebSub, section 5; `hub.mode=publish` as the hubs in use take it). No act
 * waits for it: what is to be told is found by the press room’s revision and the register, so nothing is owed that a
 * crash could lose, and a hub that is away is told when it is back.
 */

export interface Hub {
  address: string
  /** The public origin, without a slash at its end. */
  origin: string
}

const lookEvery = 5_000
/** A hub that fails is asked again after this, then twice as long each time up to the longest. Milliseconds. */
const waits = { first: 10_000, longest: 600_000 }
const giveUpAfter = 10_000
const addressesAtOnce = 50
const mostTopics = 100
/** Clocks of instances differ; a feed that is told of twice does no harm. Milliseconds. */
const overlap = 60_000

/** Rows of `counters`: the revision that the hub knows of, and when it was told (milliseconds since 1970). */
const keys = { revision: 'hub', at: 'hub-at' } as const
const row = z.looseObject({ id: z.union([z.string(), z.number()]), value: z.number() })

async function counter(payload: Payload, key: string): Promise<number | null> {
  const found = await payload.db.findOne({
    collection: 'counters',
    where: { key: { equals: key } },
  })
  return found ? row.parse(found).value : null
}

async function setCounter(payload: Payload, key: string, value: number): Promise<void> {
  const where = { key: { equals: key } }
  const data = { value }
  if ((await counter(payload, key)) === null)
    await payload.db.create({ collection: 'counters', data: { key, value } })
  else await payload.db.updateOne({ collection: 'counters', where, data })
}

async function remember(payload: Payload, revision: number, now: Date): Promise<void> {
  await setCounter(payload, keys.revision, revision)
  await setCounter(payload, keys.at, now.getTime())
}

/** The feeds that may have changed since a moment: those of the languages in which something has. */
async function changedFeeds(store: PressStore, since: Date): Promise<string[]> {
  const changed = new Set<string>()
  for (let page = 1, size = 200; page <= 50; page += 1) {
    const rows = await store.changed(since.toISOString(), page, size)
    for (const { language, shelf } of rows) if (shelf === 'texts') changed.add(language)
    if (rows.length < size) break
  }
  const { languages } = await store.mission()
  const topics = await store.topics({ first: mostTopics })
  return languages
    .filter((language) => changed.has(language))
    .flatMap((language) =>
      feedFormats.flatMap((format) => [
        feedPath(language, format),
        ...topics.map(({ slug }) => topicFeedPath(language, slug, format)),
      ]),
    )
}

async function post({ address, origin }: Hub, feeds: readonly string[]): Promise<void> {
  const body = new URLSearchParams([
    ['hub.mode', 'publish'],
    ...feeds.map((feed) => ['hub.url', origin + feed]),
  ])
  const answer = await fetch(address, {
    method: 'POST',
    body,
    // What an answer leads to, the mission hasn’t configured.
    redirect: 'error',
    signal: AbortSignal.timeout(giveUpAfter),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`The hub answered ${answer.status}.`)
}

/** Tells what has changed since the last time, if anything has. The first time nothing is told. Returns how many feeds. */
export async function tellHub(
  payload: Payload,
  store: PressStore,
  hub: Hub,
  now: Date,
): Promise<number> {
  const revision = await pressRevision(payload)
  const told = await counter(payload, keys.revision)
  if (told === revision) return 0
  const at = await counter(payload, keys.at)
  const feeds =
    told === null || at === null ? [] : await changedFeeds(store, new Date(at - overlap))
  for (let from = 0; from < feeds.length; from += addressesAtOnce)
    await post(hub, feeds.slice(from, from + addressesAtOnce))
  await remember(payload, revision, now)
  return feeds.length
}

/** Tells the hub of every change. Returns how to stop it. */
export function startHub(
  payload: Payload,
  store: PressStore,
  hub: Hub,
  now: () => Date,
): () => Promise<void> {
  let wait = 0
  let notBefore = 0
  return lookAgain(async () => {
    if (now().getTime() < notBefore) return
    try {
      await tellHub(payload, store, hub, now())
      wait = 0
    } catch (error) {
      wait = Math.min(waits.longest, wait === 0 ? waits.first : wait * 2)
      notBefore = now().getTime() + wait
      payload.logger.error({ err: error, msg: 'The hub could not be told of changes.' })
    }
  }, lookEvery)
}
