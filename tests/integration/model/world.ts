import type { Content } from './contents.ts'
import { type Person } from './people.ts'

/**
 * The desk as the design and the decisions tell it, without any of its code: what is stored of each text and item, and
 * what the public sees. Every run has a world of its own; topics, the mission's words and published items are the
 * house's, and stay.
 */

export type State =
  | 'draft'
  | 'in-review'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'withdrawn'
  | 'archived'
export type Standing = 'none' | 'live' | 'withdrawn' | 'retracted'

/** Some words with the requirements that they fail. */
export interface Passage {
  text: string
  fails: readonly string[]
}

export interface Topic {
  id: string
  /** Public where a live text leads to its page. */
  slug: string
  names: Map<string, string>
  gone: boolean
}

export interface TextFields {
  language: string
  headline: Passage
  lead: Passage
  body: Passage
  /** Where the body leads to, behind its words; empty: nowhere. */
  link: string
  /** A picture below the body. */
  picture: Item | null
  place: string
  /** Of a translation. */
  translator: string | null
  /** From here on: of a release, for its whole family. */
  kind: 'press-release' | 'news'
  /** `YYYY-MM-DD`, or empty. */
  date: string
  contacts: readonly Item[]
  images: readonly Item[]
  documents: readonly Item[]
  topics: readonly Topic[]
  /** ISO 8601, UTC, or null. */
  embargo: string | null
  about: boolean
}

export interface Wording {
  language: string
  /** Title of a contact or document, alternative text of an image. */
  title: string
  caption: string
  /** Whether an alternative text says something. */
  says: boolean
}

export interface ItemFields {
  name: string
  telephone: string
  texts: readonly Wording[]
  credit: string
  cleared: boolean
  file: Readonly<Record<string, unknown>> & { sha256: string; width: number; height: number }
}

interface Edition<Fields> {
  number: number
  content: Content
  print: string
  fields: Fields
  change: 'first' | 'minor' | 'major'
  note: string
  approvedBy: string
  publishedBy: string
  at: string
  madeFrom: string | null
}

export interface Event {
  what: string
  by: string
  from: string
  to: string
  note: string
  revision: number
  edition: number
  before: string
  after: string
  at: string
}

interface Common<Fields> {
  /** As reports name it. */
  name: string
  collection: string
  id: string
  fields: Fields
  /** By revision. */
  versions: Map<number, Fields>
  state: State
  revision: number
  createdBy: string
  submittedBy: string | null
  /** Milliseconds since 1970. */
  submittedAt: number | null
  authors: string[]
  approval: { by: string; print: string } | null
  scheduledFor: string | null
  returnNote: string | null
  waivers: { requirement: string; print: string; by: string; reason: string }[]
  standing: Standing
  editions: Edition<Fields>[]
  /** Of what was taken back from the public. */
  notice: { at: string; explanation: string } | null
  /** Last publication that readers are told of. */
  updated: string | null
  events: Event[]
  deleted: boolean
}

export interface Text extends Common<TextFields> {
  type: 'release' | 'translation'
  /** Its release. */
  of: Text | null
  madeFrom: string | null
  /** Language and last part of its address; null before its first publication. */
  address: { language: string; slug: string } | null
  /** An edition that one person published alone, and who can't confirm it. */
  alone: { edition: number; print: string; persons: string[] } | null
}

export interface Item extends Common<ItemFields> {
  type: 'contact' | 'image' | 'document'
}

export type Doc = Text | Item
export const isText = (doc: Doc): doc is Text =>
  doc.type === 'release' || doc.type === 'translation'

/** The mission's about text, by language. */
export type About = Map<string, string>

export interface World {
  people: readonly Person[]
  texts: Text[]
  items: Item[]
  topics: Topic[]
  about: About
  now: Date
}

export const live = (doc: Doc): boolean => doc.standing === 'live'
export const last = <Fields>({ editions }: Common<Fields>): Edition<Fields> | undefined =>
  editions.at(-1)

export const familyOf = (doc: Doc): string => (isText(doc) && doc.of ? doc.of.id : doc.id)
