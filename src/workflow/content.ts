import type { TermEntry } from '../language/term-base.ts'
import type { ReleaseKind } from './states.ts'

/**
 * The content of what is published, as plain data: what an approval is given for, what an edition
 * freezes, and what the press room shows. It knows nothing of the editor that it was written in.
 */

export type Mark = 'bold' | 'italic'

export type Inline =
  | { type: 'text'; text: string; marks?: readonly Mark[] }
  | { type: 'link'; href: string; children: readonly Inline[] }
  | { type: 'break' }

export interface ListItem {
  children: readonly Inline[]
  /** A list inside this item. */
  list?: ListBlock
}

export interface ListBlock {
  type: 'list'
  ordered: boolean
  items: readonly ListItem[]
}

export type Block =
  /** `standing`: id of the standing paragraph whose words these are. */
  | { type: 'paragraph'; children: readonly Inline[]; standing?: string }
  | { type: 'heading'; level: 2 | 3; children: readonly Inline[] }
  | ListBlock
  /** Quoted speech, as plain text without quotation marks. `speaker` is empty when nobody is named. */
  | { type: 'quotation'; text: string; speaker: string }
  /** A picture within the text: the id of an image that stands in `TextContent.images` too. */
  | { type: 'image'; image: string }

/** A stored file. `sha256`: hex digest of its bytes; `bytes`: its size; `mime`: found by content, not by name. */
export interface FileFacts {
  name: string
  mime: string
  bytes: number
  sha256: string
}

/** An image as one text shows it, in the language of that text. Empty strings where nothing is there. */
export interface ImageInText {
  id: string
  alt: string
  caption: string
  credit: string
  copyright: string
  /** Address of the licence, or empty. */
  licence: string
  /** SHA-256 of the original file, hex. */
  file: string
  width: number
  height: number
}

export interface DocumentInText {
  id: string
  title: string
  /** SHA-256 of the file, hex. */
  file: string
}

/** A press contact as one text names it. Telephone and mail are read from the published contact instead. */
export interface ContactInText {
  id: string
  name: string
  title: string
}

/** What a text is about. `name`: in the language of the text; empty when the topic has none in it, and then not shown. */
export interface TopicInText {
  id: string
  name: string
}

/** One text with everything that it shows, resolved in its language. Dates: `YYYY-MM-DD`; moments: ISO 8601, UTC. */
export interface TextContent {
  language: string
  kind: ReleaseKind
  headline: string
  lead: string
  body: readonly Block[]
  datelinePlace: string
  datelineDate: string | null
  sourceLabel: string
  sourceUrl: string
  topics: readonly TopicInText[]
  images: readonly ImageInText[]
  documents: readonly DocumentInText[]
  contacts: readonly ContactInText[]
  embargo: string | null
  /** The mission's "about" text in this language, as it stands now; empty when the text is published without it. */
  about: string
}

export interface ImageContent {
  texts: readonly { language: string; alt: string; caption: string }[]
  credit: string
  copyright: string
  licence: string
  cleared: boolean
  file: FileFacts & { width: number; height: number }
  focalX: number
  focalY: number
}

export interface DocumentContent {
  texts: readonly { language: string; title: string }[]
  file: FileFacts
}

export interface ContactContent {
  name: string
  texts: readonly { language: string; title: string; note: string }[]
  organisation: string
  email: string
  telephone: string
  /** A second number, outside office hours. */
  telephoneAfterHours: string
  languages: readonly string[]
}

export type ItemContent =
  | ({ type: 'image' } & ImageContent)
  | ({ type: 'document' } & DocumentContent)
  | ({ type: 'contact' } & ContactContent)
  | ({ type: 'term' } & TermEntry)

export type Content = ({ type: 'text' } & TextContent) | ItemContent

/**
 * The canonical form: JSON with the keys of every object sorted by code unit and no white space (after RFC 8785).
 * Two contents are the same to the letter exactly when their canonical forms are equal; no letter is normalised.
 */
export function canonicalForm(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((one) => canonicalForm(one)).join(',')}]`
  const all: Record<string, unknown> = { ...value }
  const keys = Object.keys(all)
    .filter((key) => all[key] !== undefined)
    .sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalForm(all[key])}`).join(',')}}`
}

/** The words of inline content without marks; a line break becomes a space. */
export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) =>
      child.type === 'text' ? child.text : child.type === 'break' ? ' ' : plainText(child.children),
    )
    .join('')
}
