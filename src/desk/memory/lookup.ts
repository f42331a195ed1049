import type { Payload } from 'payload'
import { z } from 'zod'
import { diffWords, type Piece } from '../../language/diff.ts'
import type { Language } from '../../language/languages.ts'
import { moment, text } from '../columns.ts'
import { peopleOf } from '../desk-lists.ts'
import { familiesHiddenFrom } from '../restrictions.ts'
import { readMemory } from './reading.ts'
import type { Found, KeptPair } from './store.ts'

/** Where a pair is from: a live translation, or a file that somebody brought in. Moments: ISO 8601, UTC. */
export type Use =
  | {
      of: 'text'
      release: string
      translation: string
      headline: string
      edition: number
      publishedAt: string | null
      /** Name of the person; empty for what was published in an emergency, or by somebody who is gone. */
      approvedBy: string
      approvedAt: string | null
    }
  | { of: 'file'; name: string; by: string; at: string | null }

/** An earlier segment with its translation. Nothing of it is ever filled in by itself. */
export interface Match {
  /** Per cent: 100 to the letter, 99 where only signs, spaces or capitals differ. */
  rate: number
  source: string
  target: string
  /** What is asked for, compared with what there was: removed and added words. */
  pieces: Piece[]
  /** It was translated in the other direction. */
  reversed: boolean
  /** The newest first. */
  uses: Use[]
}

export interface Matches {
  matches: Match[]
  /** False while the memory is being made: not everything can be found yet. */
  whole: boolean
}

export interface Question {
  source: Language
  target: Language
  text: string
  most: number
}

/** Earlier translations of a text like this one, as a person may know of them. */
export async function matchesOf(payload: Payload, person: string, ask: Question): Promise<Matches> {
  const { memory, whole } = await readMemory(payload)
  const hidden = await familiesHiddenFrom(payload, person)
  const found = await memory.find({ ...ask, hidden })
  const uses = await usesOf(
    payload,
    found.flatMap(({ origins }) => origins),
  )
  const matches = found.flatMap(({ origins, rate, source, target, reversed }): Match[] => {
    const own = origins.flatMap(({ version }) => uses.get(version) ?? []).toReversed()
    if (own.length === 0) return []
    const pieces = diffWords(source, ask.text, ask.source)
    return [{ rate, source, target, pieces, reversed, uses: own.slice(0, mostUses) }]
  })
  return { matches, whole }
}

/** How many places are named of one pair. */
const mostUses = 5

type From = Found['origins'][number]

const entryRow = z.looseObject({ edition: z.string() })
const editionRow = z.looseObject({
  id: z.string(),
  subject: z.string(),
  family: z.string(),
  headline: text,
  number: z.number(),
  approvedBy: text,
  approvedAt: moment,
  publishedAt: moment,
})
const fileRow = z.looseObject({ id: z.string(), name: text, byName: text, at: moment })

const all = { limit: 0, pagination: false } as const

/** By version. What the register doesn't show any more, and what was taken out again, is left out. */
async function usesOf(payload: Payload, origins: readonly From[]): Promise<Map<string, Use>> {
  const of = (kind: From['kind']) => origins.filter((one) => one.kind === kind)
  const live = await liveVersions(payload, of('text'))
  const rows = await found(payload, 'editions', live, editionRow)
  const names = await peopleOf(
    payload,
    rows.map(({ approvedBy }) => approvedBy),
  )
  const files = await found(
    payload,
    'memory-files',
    of('file').map(({ key }) => key),
    fileRow,
  )
  return new Map<string, Use>([
    ...rows.map(({ id, subject, family, headline, number, ...row }): [string, Use] => [
      id,
      {
        of: 'text',
        release: family,
        translation: subject,
        headline,
        edition: number,
        publishedAt: row.publishedAt,
        approvedBy: names.get(row.approvedBy) ?? '',
        approvedAt: row.approvedAt,
      },
    ]),
    ...files.map(({ id, name, byName: by, at }): [string, Use] => [
      id,
      { of: 'file', name, by, at },
    ]),
  ])
}

async function found<Row>(
  payload: Payload,
  collection: 'editions' | 'memory-files',
  ids: readonly string[],
  row: z.ZodType<Row>,
): Promise<Row[]> {
  if (ids.length === 0) return []
  const { docs } = await payload.db.find({
    collection,
    where: { id: { in: [...ids] } },
    ...all,
  })
  return docs.map((one) => row.parse(one))
}

/** Ids of the editions among these that the public reads now. */
async function liveVersions(
  payload: Payload,
  origins: readonly Pick<From, 'key' | 'version'>[],
): Promise<string[]> {
  if (origins.length === 0) return []
  const { docs } = await payload.db.find({
    collection: 'entries',
    where: {
      subject: { in: [...new Set(origins.map(({ key }) => key))] },
      standing: { equals: 'live' },
    },
    ...all,
    select: { edition: true },
  })
  const live = new Set(docs.map((row) => entryRow.parse(row).edition))
  return [...new Set(origins.map(({ version }) => version))].filter((id) => live.has(id))
}

/** Pairs for a file, a page at a time: of live translations that this person may know of, and of files. */
export async function* pairsFor(
  payload: Payload,
  person: string,
  { source, target }: Pick<Question, 'source' | 'target'>,
): AsyncGenerator<(KeptPair & { from: Use })[]> {
  const { memory } = await readMemory(payload)
  const hidden = await familiesHiddenFrom(payload, person)
  for (let after = 0; ; ) {
    const page = await memory.pairs(source, target, after, pairsAtOnce)
    const last = page.at(-1)
    if (!last) return
    after = last.number
    const shown = page.filter(({ family }) => !hidden.includes(family))
    const uses = await usesOf(payload, shown)
    yield shown.flatMap((pair) => {
      const from = uses.get(pair.version)
      return from ? [{ ...pair, from }] : []
    })
  }
}

const pairsAtOnce = 500
