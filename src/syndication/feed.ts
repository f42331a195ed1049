import type { ReleaseKind } from '../workflow/states.ts'

/** A published file that goes with an item. `url`: absolute; `bytes`: null where it isn't known. */
export interface FeedFile {
  url: string
  mime: string
  bytes: number | null
  title: string
}

/** What a feed says of every item, whatever became of it. Moments: ISO 8601, UTC; addresses absolute. */
interface Identity {
  /** The same for ever, across corrections and whatever happens to the address. */
  uri: string
  url: string
  language: string
  publishedAt: string
  /** Last change that readers are told of: a major correction, a withdrawal, a reinstatement. A minor one doesn't move it. */
  updatedAt: string
}

/** A text that can be read now. */
export interface ReadableItem extends Identity {
  standing: 'live' | 'withdrawn'
  kind: ReleaseKind
  /** The kind in words of the feed's language. */
  kindName: string
  headline: string
  lead: string
  /** The whole text as HTML, notices first. Nothing in it runs, every address in it is absolute. */
  html: string
  text: string
  topics: readonly string[]
  image: FeedFile | null
  files: readonly FeedFile[]
  /** The other languages of the same communication that are live. */
  alternates: readonly { language: string; url: string }[]
  /** Of a withdrawn text, or one that was corrected: what happened, in one sentence with its date. Empty otherwise. */
  notice: string
}

/** A text that is gone. It says nothing of what it said. */
export interface GoneItem extends Identity {
  standing: 'retracted'
  notice: string
}

export type FeedItem = ReadableItem | GoneItem

export interface Feed {
  title: string
  subtitle: string
  language: string
  direction: 'ltr' | 'rtl'
  /** Who publishes. */
  author: string
  /** Address of the page that the feed belongs to. */
  home: string
  /** The feed's own address, in this format. */
  self: string
  /** WebSub hub (W3C WebSub, section 4), or null. */
  hub: string | null
  icon: string | null
  /** Newest change among the items; the moment of the mission's first text where there is none. */
  updatedAt: string
  /** Newest first. */
  items: readonly FeedItem[]
}

export function isReadable(item: FeedItem): item is ReadableItem {
  return item.standing !== 'retracted'
}
