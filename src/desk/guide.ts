import type { Payload } from 'payload'
import { z } from 'zod'
import { fill, wordsOf } from '../admin/words/words.ts'
import { eventRow } from './timeline.ts'
import type { Reader } from './desk-lists.ts'

/** Five things to try in the demonstration mission, all with one draft; no other mission has them. */

const prefix = 'guide:'

/** Of the draft: kept as a counter, which nobody at the desk sees. */
export async function rememberGuide(payload: Payload, release: string): Promise<void> {
  await payload.db.create({
    collection: 'counters',
    data: { key: prefix + release, value: 1 },
  })
}

export const guideSteps = ['write', 'review', 'publish', 'translate', 'correct'] as const
export type GuideStep = (typeof guideSteps)[number]

export interface Guide {
  steps: { step: GuideStep; words: string; done: boolean }[]
  /** Of the draft. */
  href: string
}

/** Null in every other mission, once all is done, and for whoever has put it away. */
export async function guideOf(reader: Reader, language: string): Promise<Guide | null> {
  const { payload, user, actor } = reader
  const counter = await payload.db.findOne<{ id: string; key: string }>({
    collection: 'counters',
    where: { key: { like: prefix } },
  })
  if (!counter?.key.startsWith(prefix) || (await isPutAway(payload, actor.id))) return null
  const id = counter.key.slice(prefix.length)
  const release = await payload.findByID({
    collection: 'releases',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user: user as never,
  })
  if (!release) return null
  const { docs } = await payload.db.find({
    collection: 'events',
    where: { family: { equals: id } },
    limit: 200,
    pagination: false,
  })
  const events = docs.map((row) => eventRow.parse(row))
  const happened = (what: readonly string[], edition = 0): boolean =>
    events.some((one) => what.includes(one.what) && one.edition >= edition)
  const done: Record<GuideStep, boolean> = {
    write: happened(['submit']),
    review: happened(['approve', 'return']),
    publish: happened(['publish']),
    translate: events.some(({ what, of }) => what === 'create' && of === 'translation'),
    correct: happened(['publish'], 2),
  }
  if (guideSteps.every((step) => done[step])) return null
  const words = wordsOf(language)
  const { headline } = z.looseObject({ headline: z.string() }).parse(release)
  return {
    steps: guideSteps.map((step) => ({
      step,
      words: fill(words[`guide-${step}`], { headline }),
      done: done[step],
    })),
    href: `/admin/collections/releases/${id}`,
  }
}

/** Payload keeps such things for each person. */
async function isPutAway(payload: Payload, person: string): Promise<boolean> {
  const row = await payload.db.findOne({
    collection: 'payload-preferences',
    where: { key: { equals: 'guide' }, 'user.value': { equals: person } },
  })
  return z.looseObject({ value: z.looseObject({ putAway: z.literal(true) }) }).safeParse(row)
    .success
}
