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
  language: string
  publishedAt: string
  /** Last change that readers are told of: a major correction, a withdrawal, a retraction. A minor one doesn't move it. */
  updatedAt: string
}

/** A text that is public now. */
export interface LiveItem extends Identity {
  standing: 'live'
  url: string
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
  /** Of a text that was corrected: what happened, in one sentence with its date. Empty otherwise. */
  notice: string
}

/** A text that was taken back. Takers are to replace or remove what they have, so it says nothing of what it said. */
export interface NoticeItem extends Identity {
  standing: 'withdrawn' | 'retracted'
  /** Null of a retracted text: its address is made of its headline. */
  url: string | null
  /** Of a withdrawn text with its headline; of a retracted one without. */
  title: string
  notice: string
}

export type FeedItem = LiveItem | NoticeItem

export interface Feed {
  title: string
  /** Empty where there is none. */
  subtitle: string
  language: string
  /** Who publishes. */
  author: string
  /** Address of the page that the feed belongs to. */
  home: string
  /** The feed's own address, in this format. */
  self: string
  /** Address of the hub that tells followers of changes (W3C, WebSub, section 4), or null. */
  hub: string | null
  /** Address of the mission's logo, or null. */
  icon: string | null
  /** Newest change among the items. */
  updatedAt: string
  /** Newest first. */
  items: readonly FeedItem[]
}
