/** Who somebody is at the desk. An administrator keeps accounts and settings, and has no editorial right by that. */
export const roles = ['editor', 'translator', 'reviewer', 'administrator'] as const
export type Role = (typeof roles)[number]
/** Who acts at the desk: people in their roles, and the clock, which no account can be. */
export type ActorRole = Role | 'clock'

/**
 * What the desk keeps. Releases and translations are texts; contacts, images and documents are items that texts use;
 * terms are what texts are checked by, and no part of the press room.
 */
export const deskTypes = ['release', 'translation', 'contact', 'image', 'document', 'term'] as const
export type DeskType = (typeof deskTypes)[number]
export type TextType = 'release' | 'translation'

export const states = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'archived',
] as const
export type State = (typeof states)[number]

/** What the public sees of a text or item. `none`: it was never published. */
export const standings = ['none', 'live', 'withdrawn', 'retracted'] as const
export type Standing = (typeof standings)[number]

export const actions = [
  'submit',
  'recall',
  'return',
  'approve',
  'reopen',
  'schedule',
  'unschedule',
  'miss',
  'publish',
  'emergency-publish',
  'confirm',
  'revise',
  'still-right',
  'withdraw',
  'retract',
  'reinstate',
  'archive',
  'renew',
  'waive',
] as const
export type Action = (typeof actions)[number]

/** Of texts that go out together. `open`: nothing is decided. `dissolved`: it came to nothing. */
export const bundleStates = ['open', 'scheduled', 'published', 'dissolved'] as const
export type BundleState = (typeof bundleStates)[number]

export const releaseKinds = [
  'press-release',
  'statement',
  'news',
  'speech',
  'advisory',
  'consular-notice',
] as const
export type ReleaseKind = (typeof releaseKinds)[number]

export function isText(type: DeskType): type is TextType {
  return type === 'release' || type === 'translation'
}

/** What translators write: translations and, as they meet them, terms. */
export function isTranslators(type: DeskType): boolean {
  return type === 'translation' || type === 'term'
}
