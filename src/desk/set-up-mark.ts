import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { z } from 'zod'
import { removePublicFiles } from './public-files.ts'
import { isUniqueViolation } from './timeline.ts'
import { mediaDirOf } from './media-dir.ts'

const key = 'setting-up'

/** Milliseconds between two signs of life, and without one until the set-up counts as broken off. */
const pace = { beat: 1_000, patience: 6_000 }

/** The right to set up this installation; nobody else does so at the same time. */
export interface SetUpMark {
  /** Throws when somebody else has taken the set-up over, because this process gave no sign of life. */
  check(): void
  /** The installation is complete. */
  done(): Promise<void>
  /** Stops the signs of life and leaves the mark: the next start begins again. */
  abandon(): void
}

const markRow = z.looseObject({ id: z.string(), value: z.number() })

async function markOf(payload: Payload): Promise<z.infer<typeof markRow> | null> {
  const row: unknown = await payload.db.findOne({
    collection: 'counters',
    where: { key: { equals: key } },
  })
  return row ? markRow.parse(row) : null
}

/**
 * Marks the installation as being set up. What an interrupted set-up left behind is removed first: nobody was served
 * yet, so it is nobody's work. While another process is setting it up, this waits; `null` when that one has finished.
 */
export async function beginSetUp(
  payload: Payload,
  say: (line: string) => void,
): Promise<SetUpMark | null> {
  const found = await markOf(payload)
  if (!found) {
    try {
      await payload.db.create({ collection: 'counters', data: { key, value: 1 } })
      return keepAlive(payload, 1)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      return beginSetUp(payload, say)
    }
  }
  say('A set-up was begun before and is not finished. Looking whether somebody is still at it …')
  await new Promise((later) => setTimeout(later, pace.patience))
  const still = await markOf(payload)
  if (!still) return null
  if (still.value !== found.value) return beginSetUp(payload, say)
  const value = found.value + 1
  if (!(await move(payload, found.value, value))) return beginSetUp(payload, say)
  const mark = keepAlive(payload, value)
  say('It was broken off. Removing what it left, and beginning again …')
  await removeEverything(payload)
  return mark
}

/** Whether a set-up was begun and not finished. */
export async function isBeingSetUp(payload: Payload): Promise<boolean> {
  return (await markOf(payload)) !== null
}

async function move(payload: Payload, from: number, to: number): Promise<boolean> {
  const moved: unknown = await payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key }, value: { equals: from } },
    data: { value: to },
    options: { atomic: true },
  })
  return Boolean(moved)
}

function keepAlive(payload: Payload, start: number): SetUpMark {
  let value = start
  let lost = false
  let beating = Promise.resolve()
  const sign = async (): Promise<void> => {
    if (await move(payload, value, value + 1)) value += 1
    else lost = true
  }
  const beat = setInterval(() => {
    // A database that fails is noticed by the set-up itself.
    beating = beating.then(sign).catch(() => {})
  }, pace.beat)
  const check = (): void => {
    if (lost) throw new Error('Another process has taken over the set-up of this mission.')
  }
  return {
    check,
    abandon: () => clearInterval(beat),
    done: async () => {
      clearInterval(beat)
      await beating
      check()
      await payload.db.deleteMany({ collection: 'counters', where: { key: { equals: key } } })
    },
  }
}

const withFile = z.looseObject({ filename: z.string().nullish() })
const withId = z.looseObject({ id: z.string() })

/** Rows, versions and files of an installation that was never opened. Counters stay: they only ever rise. */
async function removeEverything(payload: Payload): Promise<void> {
  const mediaDir = mediaDirOf(payload)
  const all = async (collection: CollectionSlug): Promise<unknown[]> =>
    (await payload.db.find({ collection, where: {}, limit: 0, pagination: false })).docs
  for (const collection of ['images', 'documents'] as const)
    for (const row of await all(collection)) {
      const { filename } = withFile.parse(row)
      if (filename)
        await rm(
          path.join(/* turbopackIgnore: true */ mediaDir, collection, path.basename(filename)),
          { force: true },
        )
    }
  for (const row of await all('editions'))
    await removePublicFiles({ mediaDir, editionId: withId.parse(row).id })
  for (const { slug, versions } of payload.config.collections) {
    if (slug === 'counters' || slug === 'payload-migrations') continue
    if (versions) await payload.db.deleteVersions({ collection: slug, where: {} })
    await payload.db.deleteMany({ collection: slug, where: {} })
  }
  for (const { slug, flattenedFields, versions } of payload.config.globals) {
    if (versions) await payload.db.deleteVersions({ globalSlug: slug, where: {} })
    await payload.db.updateGlobal({ slug, data: blank(flattenedFields) })
  }
}

/** Fields as they are before anybody has written in them. */
function blank(fields: readonly FlattenedField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(({ name }) => !['id', 'createdAt', 'updatedAt'].includes(name))
      .map((field) => {
        const many = field.type === 'array' || ('hasMany' in field && field.hasMany === true)
        const given: unknown = 'defaultValue' in field ? field.defaultValue : undefined
        return [field.name, given ?? (many ? [] : null)]
      }),
  )
}
