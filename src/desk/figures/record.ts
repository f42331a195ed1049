import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { dayIn } from '../../workflow/month.ts'
import { missionOf } from '../mission-facts.ts'
import { isUniqueViolation } from '../timeline.ts'
import { added, daysOf, type Sums } from './day.ts'

/** How often something was looked at or taken since the last time: by paths, and by the names of sites. */
export interface Seen {
  views: ReadonlyMap<string, number>
  downloads: ReadonlyMap<string, number>
  feeds: ReadonlyMap<string, number>
  sites: ReadonlyMap<string, number>
}

/**
 * Adds what was counted in the last while to the day at the post, in one write, unless the mission counts nothing. What
 * isn't the address of a public text or file is dropped.
 */
export async function addToFigures(payload: Payload, seen: Seen, now: Date): Promise<void> {
  const { countsReaders, zones } = await missionOf(payload)
  if (!countsReaders) return
  const more: Sums = {
    views: await byEdition(payload, seen.views),
    downloads: await byEdition(payload, seen.downloads),
    feeds: Object.fromEntries(seen.feeds),
    sites: Object.fromEntries(seen.sites),
  }
  if (Object.values(more).every((sums) => Object.keys(sums).length === 0)) return
  await write(payload, dayIn(now.toISOString(), zones.post), more)
}

/** Another process may write the same day at the same time: each adds its own. */
async function write(payload: Payload, day: string, more: Sums): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const [before] = await daysOf(payload, day, day)
    const sums = JSON.stringify(added(before?.sums ?? null, more))
    if (!before) {
      try {
        await payload.db.create({ collection: 'tallies', data: { day, sums, writings: 1 } })
        return
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        continue
      }
    }
    const won: unknown = await payload.db.updateOne({
      collection: 'tallies',
      where: { id: { equals: before.id }, writings: { equals: before.writings } },
      data: { sums, writings: before.writings + 1 },
      options: { atomic: true },
    })
    if (won) return
  }
}

const text = /^\/([a-z]{2,3})\/releases\/([^/.]+)(?:\.[a-z]+)?$/
const file = /^\/files\/(?:images|documents)\/([^/]+)\//
const mostAtOnce = 500

/** The counts of paths as counts of the editions that they show now. */
async function byEdition(
  payload: Payload,
  counted: ReadonlyMap<string, number>,
): Promise<Record<string, number>> {
  const editions = new Map<string, number>()
  const add = (edition: string, count: number): void => {
    editions.set(edition, (editions.get(edition) ?? 0) + count)
  }
  const paths = [...counted].map(([path, count]) => {
    const [, language = '', slug = ''] = text.exec(path) ?? []
    const [, edition = ''] = file.exec(path) ?? []
    return { language, slug: decoded(slug), edition, count }
  })
  for (let at = 0; at < paths.length; at += mostAtOnce) {
    const part = paths.slice(at, at + mostAtOnce)
    const rows = await entriesOf(payload, {
      or: [
        { slug: { in: part.map(({ slug }) => slug).filter(Boolean) }, shelf: { equals: 'texts' } },
        { edition: { in: part.map(({ edition }) => edition).filter(Boolean) } },
      ],
    })
    const byAddress = new Map(rows.map((row) => [`${row.language}/${row.slug}`, row.edition]))
    const known = new Set(rows.map((row) => row.edition))
    for (const { language, slug, edition, count } of part) {
      const shown = edition === '' ? byAddress.get(`${language}/${slug}`) : edition
      if (shown && known.has(shown)) add(shown, count)
    }
  }
  return Object.fromEntries(editions)
}

const entryRow = z.looseObject({ language: z.string(), slug: z.string(), edition: z.string() })

async function entriesOf(payload: Payload, where: Where) {
  const { docs } = await payload.db.find({
    collection: 'entries',
    where,
    limit: 0,
    pagination: false,
    select: { language: true, slug: true, edition: true },
  })
  return docs.map((one) => entryRow.parse(one))
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return ''
  }
}
