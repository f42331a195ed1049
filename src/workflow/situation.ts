import type { ActorRole, DeskType, Standing, State } from './states.ts'
import type { Aging } from './aging.ts'
import type { Problem } from './requirements.ts'

/** Somebody who is signed in, or the clock. `writes` and `reviews`: the languages that they declare. */
export interface Person {
  id: string
  name: string
  roles: readonly ActorRole[]
  writes: readonly string[]
  reviews: readonly string[]
}

export interface Approval {
  by: string
  /** ISO 8601, UTC. */
  at: string
  fingerprint: string
}

/** An edition that somebody published alone, and nobody else has confirmed yet. */
export interface Emergency {
  by: string
  /** ISO 8601, UTC. */
  at: string
  reason: string
  edition: number
  fingerprint: string
  /** Everybody whose own act it was: who published it, and who had written what nobody approved. They can't confirm it. */
  persons: readonly string[]
}

/** What the release of a translation looks like from the translation. */
export interface SourceFacts {
  /** Whether the release has an edition that is live now. */
  live: boolean
  /** Fingerprint of its live edition; of its text on the desk while none is live. */
  fingerprint: string
}

/** What a change can touch of what a text says. */
export const substances = ['number', 'date', 'name', 'negation', 'quotation'] as const
export type Substance = (typeof substances)[number]

/** Everything the rules need to know of a text or item, loaded before they are asked. */
export interface Subject {
  type: DeskType
  /** Of a text; empty for items. */
  language: string
  state: State
  revision: number
  /** Of the content as it stands now, with everything it shows resolved. */
  fingerprint: string
  createdBy: string | null
  submittedBy: string | null
  /** The person whose translation or term this is, or null. */
  translator: string | null
  /** Everybody who changed the content since it was last approved: a corrected comma is authorship too. */
  authors: readonly string[]
  approval: Approval | null
  emergency: Emergency | null
  standing: Standing
  /** Number of the newest edition, 0 when there is none. */
  edition: number
  embargo: string | null
  /** Of a scheduled text: when it is to be published. ISO 8601, UTC. */
  scheduledFor: string | null
  /** Of a release. */
  aging: Aging | null
  /** Of a translation. */
  source: SourceFacts | null
  /** Of a translation: fingerprint of the source that its translator last confirmed. */
  madeFrom: string | null
  /** Of an approved text that has been published before: what of the last edition's substance it changes. */
  touches: readonly Substance[]
  /** Of a release: the languages of the family's other live texts. */
  liveTranslations: readonly string[]
  /** Of a release: the languages of the family's other texts that are live or withdrawn. */
  readableTranslations: readonly string[]
}

/** What a person sends with an action; fields that an action doesn't use are left out. */
export interface ActionInput {
  /** The revision that the person was looking at. */
  revision: number
  note?: string | undefined
  explanation?: string | undefined
  /** For `schedule`, ISO 8601 with offset. */
  at?: string | undefined
  /** For `withdraw` and `retract` of a release: only these languages; left out, the whole family. */
  languages?: readonly string[] | undefined
  change?: 'minor' | 'major' | undefined
  publicNote?: string | undefined
  /** For `still-right`: the day until which it is to be looked at again, `YYYY-MM-DD`. */
  reviewBy?: string | undefined
  /** For `waive`: key of the requirement. */
  requirement?: string | undefined
  reason?: string | undefined
}

export interface Situation {
  actor: Person
  subject: Subject
  /** What the requirements of every moment find in the content now, waived warnings left out. */
  problems: readonly Problem[]
  /** ISO 8601, UTC. */
  now: string
  /** What a calendar at the post shows at that moment: `YYYY-MM-DD`. */
  today: string
  /** Left out where it is only asked whether a button is open. */
  input?: ActionInput | undefined
}
