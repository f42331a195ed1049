import { z } from 'zod'
import type { Content } from '../workflow/content.ts'
import { deskTypes, isText, standings } from '../workflow/states.ts'
import { capital, type Ledger } from './ledger.ts'
import { list, text } from './columns.ts'

/** Rows as they are stored, against what a ledger says of them. Read without the code that wrote them. */

const moment = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((value) => (value ? new Date(value).toISOString() : ''))

export const editionRow = z.object({
  id: z.string(),
  subject: z.string(),
  of: z.enum(deskTypes),
  family: text,
  number: z.number(),
  language: text,
  headline: text,
  fingerprint: text,
  madeFrom: text,
  approvedBy: text,
  approvedAt: moment,
  publishedBy: text,
  publishedAt: moment,
})
export type EditionRow = z.infer<typeof editionRow>
export const wholeEdition = editionRow.extend({ content: text })

export const entryRow = z.object({
  id: z.string(),
  subject: z.string(),
  of: z.enum(deskTypes),
  family: text,
  language: text,
  headline: text,
  standing: z.enum(standings),
  edition: text,
  number: z.number(),
  fingerprint: text,
  madeFrom: text,
  uses: list(z.string()),
  topics: list(z.string()),
})
export type EntryRow = z.infer<typeof entryRow>

export const deskRow = z.object({
  id: z.string(),
  state: text,
  revision: z.number(),
  standing: z.enum(standings).nullish(),
  edition: z.number().nullish(),
  emergency: text,
  busy: z.number().nullish(),
})
export type DeskRow = z.infer<typeof deskRow>

export const noteRow = z.object({
  id: z.string(),
  subject: z.string(),
  author: text,
  words: text,
  steps: z.number(),
  resolvedBy: text,
})
export type NoteRow = z.infer<typeof noteRow>
export const linkRow = z.object({
  id: z.string(),
  subject: z.string(),
  recipient: text,
  madeBy: text,
  until: moment,
  steps: z.number(),
  revokedBy: text,
})
export type LinkRow = z.infer<typeof linkRow>
export const restrictionRow = z.object({
  id: z.string(),
  by: text,
  holds: z.boolean().nullish(),
  steps: z.number(),
})
export type RestrictionRow = z.infer<typeof restrictionRow>
export const replyRow = z.object({ id: z.string(), note: z.string(), subject: z.string() })
export type ReplyRow = z.infer<typeof replyRow>

export const deskColumns = {
  state: true,
  revision: true,
  standing: true,
  edition: true,
  emergency: true,
  busy: true,
} as const

export function compareDocument(
  ledger: Ledger,
  doc: DeskRow | undefined,
  entry: EntryRow | undefined,
  tell: (problem: string) => void,
): void {
  const name = `The ${ledger.of} ${ledger.id}`
  if (!doc) {
    if (ledger.state !== '') tell(`${name} is gone, and no event says who deleted it.`)
    return
  }
  if (doc.revision !== ledger.revision)
    tell(
      `${name} is at revision ${doc.revision}, but its timeline ends with revision ${ledger.revision}.`,
    )
  else if (doc.state !== ledger.state)
    tell(`${name} is “${doc.state}”, but its timeline ends with “${ledger.state}”.`)
  if ((doc.edition ?? 0) !== ledger.editions.size)
    tell(
      `${name} counts ${doc.edition ?? 0} editions, but its timeline tells of ${ledger.editions.size}.`,
    )
  const waits = doc.emergency !== ''
  if (waits !== (ledger.emergency !== null) && !ledger.emergency?.perhapsSettled)
    tell(
      waits
        ? `${name} waits for a confirmation that its timeline says nothing of.`
        : `${name} was published by one person alone, and nothing asks for its confirmation.`,
    )
  const standing = doc.standing ?? 'none'
  if (standing !== (entry?.standing ?? 'none'))
    tell(`${name} is ${standing} on the desk, but ${entry?.standing ?? 'unknown'} in public.`)
  if (!ledger.standings.has(standing))
    tell(`${name} is ${standing}, but its timeline says ${[...ledger.standings].join(' or ')}.`)
}

export function compareEditions(
  ledger: Ledger,
  editions: readonly EditionRow[],
  tell: (problem: string) => void,
): void {
  const name = `of the ${ledger.of} ${ledger.id}`
  for (const edition of editions) {
    const told = ledger.editions.get(edition.number)
    if (!told) {
      tell(`Edition ${edition.number} ${name} was never published by anybody.`)
      continue
    }
    if (told.fingerprint !== edition.fingerprint)
      tell(`Edition ${edition.number} ${name} is another text than the one that was published.`)
    if (
      // Nobody has approved what was published in an emergency.
      (told.approval?.by ?? '') !== edition.approvedBy ||
      (told.approval?.at ?? '') !== edition.approvedAt ||
      told.by !== edition.publishedBy ||
      told.at !== edition.publishedAt
    )
      tell(`Edition ${edition.number} ${name} names others than its timeline for its approval.`)
  }
  for (const number of ledger.editions.keys())
    if (!editions.some((edition) => edition.number === number))
      tell(`Edition ${number} ${name} is missing.`)
}

export function compareEntries(
  ledger: Ledger,
  editions: readonly EditionRow[],
  entries: readonly EntryRow[],
  tell: (problem: string) => void,
): void {
  const name = `the ${ledger.of} ${ledger.id}`
  if (entries.length > 1) tell(`${capital(name)} has ${entries.length} entries.`)
  if (entries.length === 0 && editions.length > 0) tell(`The entry of ${name} is missing.`)
  for (const entry of entries) {
    const shown = editions.find(({ id }) => id === entry.edition)
    if (!shown) {
      tell(`The entry of ${name} shows an edition that isn’t there or isn’t its own.`)
      continue
    }
    if (shown.number !== Math.max(...editions.map(({ number }) => number)))
      tell(`The entry of ${name} shows edition ${shown.number}, which isn’t the newest.`)
    const differs = (['number', 'fingerprint', 'headline', 'language', 'madeFrom', 'of'] as const)
      // An address is settled with the first edition, and so is its language.
      .filter((key) => entry[key] !== shown[key])
    if (differs.length > 0)
      tell(`The entry of ${name} differs from its edition: ${differs.join(', ')}.`)
  }
}

/** Of a text that was deleted no note is left. */
export function compareNotes(
  ledger: Ledger,
  notes: readonly NoteRow[],
  replies: readonly ReplyRow[],
  tell: (problem: string) => void,
): void {
  const name = `on the ${ledger.of} ${ledger.id}`
  for (const note of notes) {
    const told = ledger.notes.get(note.id)
    if (!told) {
      tell(`The note ${note.id} ${name} was never written by anybody.`)
      continue
    }
    if (told.author !== note.author || told.words !== note.words)
      tell(`The note ${note.id} ${name} says something else than its timeline.`)
    if (told.steps !== note.steps || told.resolvedBy !== note.resolvedBy)
      tell(`The note ${note.id} ${name} was resolved or reopened by nobody in its timeline.`)
    if (told.replies !== replies.filter((reply) => reply.note === note.id).length)
      tell(`The note ${note.id} ${name} has other replies than its timeline tells of.`)
  }
  if (ledger.state === '') return
  for (const id of ledger.notes.keys())
    if (!notes.some((note) => note.id === id)) tell(`The note ${id} ${name} is missing.`)
}

/** Of a text that was deleted no link is left. */
export function compareLinks(
  ledger: Ledger,
  links: readonly LinkRow[],
  tell: (problem: string) => void,
): void {
  const name = `to the ${ledger.of} ${ledger.id}`
  for (const link of links) {
    const told = ledger.links.get(link.id)
    if (!told) {
      tell(`The link ${link.id} ${name} was never made by anybody.`)
      continue
    }
    if (told.madeBy !== link.madeBy || told.words !== `${link.recipient} (${link.until})`)
      tell(`The link ${link.id} ${name} is for somebody else, or longer, than its timeline says.`)
    if (told.steps !== link.steps || told.revokedBy !== link.revokedBy)
      tell(`The link ${link.id} ${name} was opened or taken back by nobody in its timeline.`)
  }
  if (ledger.state === '') return
  for (const id of ledger.links.keys())
    if (!links.some((link) => link.id === id)) tell(`The link ${id} ${name} is missing.`)
}

/** It stays with the timeline of a text that was deleted, which it goes on hiding. */
export function compareRestriction(
  { id, restriction: told }: Ledger,
  row: RestrictionRow | undefined,
  tell: (problem: string) => void,
): void {
  if (!told && !row) return
  if (!told || !row)
    tell(
      row
        ? `The release ${id} is restricted, and nobody in its timeline did that.`
        : `The restriction of the release ${id} that its timeline tells of is missing.`,
    )
  else if (told.holds !== (row.holds ?? false) || told.by !== row.by || told.steps !== row.steps)
    tell(`The restriction of the release ${id} isn’t what its timeline says.`)
}

export function parsed(content: string): Content | null {
  try {
    return JSON.parse(content) as Content
  } catch {
    return null
  }
}

export function agrees(content: Content, edition: EditionRow): boolean {
  if (content.type !== 'text') return content.type === edition.of && edition.language === 'mul'
  return (
    isText(edition.of) &&
    content.language === edition.language &&
    content.headline === edition.headline
  )
}

export function usesOf(content: Content): string[] {
  return content.type === 'text'
    ? [...content.images, ...content.documents, ...content.contacts].map(({ id }) => id)
    : []
}

export function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(one)
  return set.size === new Set(other).size && other.every((value) => set.has(value))
}
