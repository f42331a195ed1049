import type { Content } from '../workflow/content.ts'
import type { DeskType } from '../workflow/states.ts'

/** What the press room reads, as plain data. Moments: ISO 8601, UTC. */

export type Shelf = 'texts' | 'images' | 'documents' | 'contacts'

/** A row of the register: which edition the public sees of a text or item, and how it stands. */
export interface Entry {
  id: string
  /** Id of the release, translation, contact, image or document. */
  subject: string
  of: DeskType
  shelf: Shelf
  family: string
  /** BCP 47 tag of a text; `mul` for items. */
  language: string
  slug: string
  kind: string
  headline: string
  standing: 'live' | 'withdrawn' | 'retracted'
  /** Id of the edition that the public sees. */
  edition: string
  number: number
  fingerprint: string
  /** Of a translation: fingerprint of the release edition that it was made from. */
  madeFrom: string | null
  publishedAt: string
  /** Last publication that was not minor. */
  updatedAtPublic: string
  noticeAt: string | null
  explanation: string
}

/** Whether lists, feeds and searches may name a text. One that isn't live is read where it stands, or nowhere. */
export const isListed = ({ shelf, standing }: Entry): boolean =>
  shelf === 'texts' && standing === 'live'

/** What the door has frozen. */
export interface Edition<Of extends Content = Content> {
  id: string
  /** The public name of what it shows, where the register was asked for it. */
  slug?: string
  subject: string
  number: number
  change: 'first' | 'minor' | 'major'
  publicNote: string
  publishedAt: string
  content: Of
}

export type EditionOf<Type extends Content['type']> = Edition<Extract<Content, { type: Type }>>

/** What texts are about, as its address calls it. Its names are frozen with the texts. */
export interface Topic {
  id: string
  slug: string
}

/** A correction that readers are told of. */
export interface Correction {
  subject: string
  number: number
  note: string
  publishedAt: string
}

export interface Mission {
  names: readonly { language: string; name: string; about: string }[]
  /** The languages of the press room, in the order they are offered. Never empty. */
  languages: readonly string[]
  defaultLanguage: string
  address: string
  /** IANA zone in which dates are shown. */
  timeZone: string
  /** `#rrggbb`. */
  colour: string
  /** Id of an image, or null. */
  logo: string | null
  /** Whether the server counts what is opened. */
  countsReaders: boolean
  /** False where nobody is there to answer a question, such as which texts have a word: among exported files. */
  searchable?: boolean
}

/** Narrows an edition to one type of content. */
export function isEditionOf<Type extends Content['type']>(
  type: Type,
  edition: Edition | null | undefined,
): edition is EditionOf<Type> {
  return edition?.content.type === type
}
