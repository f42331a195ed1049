import path from 'node:path'
import type { Payload } from 'payload'
import { z } from 'zod'
import { beadsOf, textOf } from '../../language/fidelity/align.ts'
import type { Side } from '../../language/fidelity/pair.ts'
import { isLanguage } from '../../language/languages.ts'
import { segmentsOf } from '../../language/segments.ts'
import { parted } from '../../database/index-file.ts'
import { createReading, readRegister } from '../../press-room/register.ts'
import { pressRevision } from '../../press-room/revision.ts'
import { type ChangedEntry, payloadStore } from '../../press-room/store.ts'
import type { Content } from '../../workflow/content.ts'
import type { Origin, PairOfTexts } from './keeping.ts'
import { type Memory, openMemory } from './store.ts'

/** Reads live translations, and files that were brought in, into the memory; what isn't live any more leaves it. */

/** Content may be long. */
const atOnce = 25

const editionRow = z.looseObject({
  id: z.string(),
  subject: z.string(),
  fingerprint: z.string(),
  content: z.string(),
})

async function editions(payload: Payload, where: Record<string, unknown>) {
  const { docs } = await payload.db.find({
    collection: 'editions',
    where: where as never,
    limit: 0,
    pagination: false,
  })
  return docs.map((row) => editionRow.parse(row))
}

function sideOf(content: string | undefined): Side | null {
  // Only the door writes it, from a `Content`.
  const text = content === undefined ? null : (JSON.parse(content) as Content)
  if (text?.type !== 'text' || !isLanguage(text.language)) return null
  return { lang: text.language, segments: segmentsOf(text) }
}

/** The segments of both that say the same; those of a text that was merged or split together. */
export function pairsOf(source: Side, target: Side): PairOfTexts[] {
  return beadsOf({ source, target, glossary: [] })
    .filter(({ sources, targets }) => sources.length > 0 && targets.length > 0)
    .map(({ sources, targets }) => ({
      source: { language: source.lang, text: textOf(source.segments, sources) },
      target: { language: target.lang, text: textOf(target.segments, targets) },
    }))
}

/** A translation as it is live, beside the edition of its release that it was made from. */
async function originsOf(payload: Payload, entries: readonly ChangedEntry[]): Promise<Origin[]> {
  const own = await editions(payload, { id: { in: entries.map(({ edition }) => edition) } })
  const sources = await editions(payload, {
    subject: { in: entries.map(({ family }) => family) },
    fingerprint: { in: entries.map(({ madeFrom }) => madeFrom ?? '') },
  })
  return entries.map(({ subject, edition, family, madeFrom }): Origin => {
    const target = sideOf(own.find(({ id }) => id === edition)?.content)
    const source = sideOf(
      sources.find((one) => one.subject === family && one.fingerprint === madeFrom)?.content,
    )
    const pairs = source && target ? pairsOf(source, target) : []
    return { key: subject, version: edition, kind: 'text', family, pairs }
  })
}

async function readRows(
  payload: Payload,
  memory: Memory,
  rows: readonly ChangedEntry[],
): Promise<void> {
  const texts = rows.filter(({ of }) => of === 'translation')
  const kept = await memory.kept(
    'text',
    texts.map(({ subject }) => subject),
  )
  const isKept = ({ subject, edition }: ChangedEntry) => kept.get(subject) === edition
  const gone = texts.filter(({ subject, standing }) => kept.has(subject) && standing !== 'live')
  await memory.keep(
    [],
    gone.map(({ subject }) => subject),
  )
  const fresh = texts.filter((entry) => entry.standing === 'live' && !isKept(entry))
  for (const part of parted(fresh, atOnce)) await memory.keep(await originsOf(payload, part), [])
}

const units = z.array(
  z.object({
    source: z.object({ language: z.string(), text: z.string() }),
    target: z.object({ language: z.string(), text: z.string() }),
  }),
)
const idRow = z.looseObject({ id: z.string() })
const fileRow = z.looseObject({ id: z.string(), units: z.string() })

async function readFiles(payload: Payload, memory: Memory): Promise<void> {
  const { docs } = await payload.db.find({
    collection: 'memory-files',
    limit: 0,
    pagination: false,
    select: { part: true },
  })
  const there = new Set(docs.map((row) => idRow.parse(row).id))
  const kept = await memory.kept('file', null)
  await memory.keep(
    [],
    [...kept.keys()].filter((id) => !there.has(id)),
  )
  for (const id of there) {
    if (kept.has(id)) continue
    const row = await payload.db.findOne({
      collection: 'memory-files',
      where: { id: { equals: id } },
    })
    if (!row) continue
    const pairs = units.parse(JSON.parse(fileRow.parse(row).units))
    await memory.keep([{ key: id, version: id, kind: 'file', family: '', pairs }], [])
  }
}

/** What the memory was made from, as it stands now: another answer means that there is something to read. */
async function stampOf(payload: Payload): Promise<string> {
  const { docs, totalDocs } = await payload.db.find({
    collection: 'memory-files',
    sort: '-createdAt',
    limit: 1,
    select: { part: true },
  })
  const newest = docs[0] ? idRow.parse(docs[0]).id : ''
  return `${await pressRevision(payload)} ${totalDocs} ${newest}`
}

interface Kept {
  opening: Promise<Memory>
  reading: ReturnType<typeof createReading>
}

const kept = new WeakMap<Payload, Kept>()

function keptFor(payload: Payload): Kept {
  const known = kept.get(payload)
  if (known) return known
  const { searchFile } = z.object({ searchFile: z.string() }).parse(payload.config.custom)
  const opening = openMemory(`file:${path.join(path.dirname(searchFile), 'memory.db')}`)
  let seen = ''
  const store = payloadStore(payload)
  const reading = createReading(
    async () => {
      // Asked for first: what changes while it is read makes it another one.
      const stamp = await stampOf(payload)
      if (stamp === seen) return
      const memory = await opening
      await readRegister(store, memory, async (rows, until) => {
        await readRows(payload, memory, rows)
        await memory.remember(until)
      })
      await readFiles(payload, memory)
      seen = stamp
    },
    (error) =>
      payload.logger.error({ err: error, msg: 'The translation memory could not be read on.' }),
  )
  const made = { opening, reading }
  kept.set(payload, made)
  return made
}

/** Milliseconds that a question waits for the memory; what is new after that is found by the next one. */
const patience = 2_000

/** The memory with what was published before this moment. `whole`: false while it is still being made. */
export async function readMemory(payload: Payload): Promise<{ memory: Memory; whole: boolean }> {
  const { opening, reading } = keptFor(payload)
  const whole = await reading.recent(patience)
  return { memory: await opening, whole }
}

/** Ends with the process. */
export async function closeMemory(payload: Payload): Promise<void> {
  const known = kept.get(payload)
  if (!known) return
  kept.delete(payload)
  await known.reading.end()
  ;(await known.opening).close()
}
