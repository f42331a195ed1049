import type { Block } from '../../workflow/content.ts'
import type { ActionInput } from '../../workflow/situation.ts'
import type { Action, ReleaseKind } from '../../workflow/states.ts'
import type { ContactKey } from './contacts.ts'
import type { DocumentKey } from './documents.ts'
import type { ImageKey } from './images.ts'
import type { Account } from './mission.ts'
import type { DemoLanguage } from './words.ts'

/** The words of one text in one language. Pictures in the body are named by their key. */
export interface DemoWords {
  headline: string
  lead: string
  datelinePlace: string
  body: Block[]
}

/** What happens to a text, so many hours after what happened before. Without `in`, it happens to the release. */
export type DemoStep = { hours: number; by: Account } & (
  | { act: Action; in?: DemoLanguage; with?: Omit<ActionInput, 'revision'> }
  | { translate: Exclude<DemoLanguage, 'en'> }
  | { change: Partial<DemoWords>; in?: DemoLanguage }
)

export interface DemoText {
  key: string
  kind: ReleaseKind
  /** Days before now at which it was begun, at half past six in the morning UTC. */
  begun: number
  /** Days before now of its date line. */
  dated: number
  /** Days before now by which it is to be looked at again, and after which it ends by itself. */
  reviewBy?: number
  ends?: number
  topics: string[]
  images: ImageKey[]
  documents: DocumentKey[]
  contacts: ContactKey[]
  words: { en: DemoWords } & Partial<Record<DemoLanguage, DemoWords>>
  script: DemoStep[]
}

/** A release on its way to the public, the day after it was begun: submitted, approved by another person, published. */
export const published = (
  reviewer: 'reviewer' | 'second' = 'reviewer',
  withInput: Omit<ActionInput, 'revision'> = {},
): DemoStep[] => [
  { hours: 25, by: 'editor', act: 'submit' },
  { hours: 2, by: reviewer, act: 'approve' },
  { hours: 0.5, by: reviewer, act: 'publish', with: withInput },
]

/** A translation from its first word to the public. */
export const translated = (
  language: Exclude<DemoLanguage, 'en'>,
  reviewer: 'reviewer' | 'second' = 'second',
): DemoStep[] => [
  { hours: 0.75, by: 'translator', translate: language },
  { hours: 0.5, by: 'translator', act: 'submit', in: language },
  { hours: 0.5, by: reviewer, act: 'approve', in: language },
  { hours: 0.25, by: reviewer, act: 'publish', in: language },
]
