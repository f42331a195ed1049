/**
 * Who may do what with a text or item, and when: written down from the design (section 3) and the decisions 8 to 11,
 * by hand and without the code's own table, to be read by whoever knows the work of a press office.
 * Everything that isn't listed as open is closed.
 */

/** People: what they are at the desk, and what they have to do with the text or item. */
export const people = {
  'the editor who wrote it': { roles: ['editor'], did: 'wrote' },
  'an editor who only submitted it': { roles: ['editor'], did: 'submitted' },
  'another editor': { roles: ['editor'], did: 'nothing' },
  'its translator': { roles: ['translator'], did: 'translates' },
  'a translator who only submitted it': { roles: ['translator'], did: 'submitted' },
  'another translator': { roles: ['translator'], did: 'nothing' },
  'a reviewer who once wrote in it': { roles: ['reviewer'], did: 'wrote' },
  'a reviewer who once submitted it': { roles: ['reviewer'], did: 'submitted' },
  'a reviewer': { roles: ['reviewer'], did: 'nothing' },
  'a reviewer of another language': { roles: ['reviewer'], did: 'nothing', reviews: ['ru'] },
  'an administrator who once wrote in it': { roles: ['administrator'], did: 'wrote' },
  'an administrator': { roles: ['administrator'], did: 'nothing' },
  'an editor and reviewer who wrote it': { roles: ['editor', 'reviewer'], did: 'wrote' },
  'an editor and reviewer who only submitted it': {
    roles: ['editor', 'reviewer'],
    did: 'submitted',
  },
  'another editor and reviewer': { roles: ['editor', 'reviewer'], did: 'nothing' },
  'its translator, a reviewer too': { roles: ['translator', 'reviewer'], did: 'translates' },
  'another translator and reviewer': { roles: ['translator', 'reviewer'], did: 'nothing' },
  'its author, who has no role any more': { roles: [], did: 'wrote' },
  'a stranger': { roles: [], did: 'nothing' },
} as const satisfies Record<string, Somebody>

export interface Somebody {
  roles: readonly string[]
  /** `translates`: it is their translation, and they wrote it. */
  did: 'wrote' | 'submitted' | 'translates' | 'nothing'
  /** Languages that they review: every one, where nothing is said. */
  reviews?: readonly string[]
}

export type Who = keyof typeof people
export const everybody = Object.keys(people) as Who[]

const editors: readonly Who[] = [
  'the editor who wrote it',
  'an editor who only submitted it',
  'another editor',
  'an editor and reviewer who wrote it',
  'an editor and reviewer who only submitted it',
  'another editor and reviewer',
]
const reviewers: readonly Who[] = [
  'a reviewer who once wrote in it',
  'a reviewer who once submitted it',
  'a reviewer',
  'a reviewer of another language',
  'an editor and reviewer who wrote it',
  'an editor and reviewer who only submitted it',
  'another editor and reviewer',
  'its translator, a reviewer too',
  'another translator and reviewer',
]
/** Reviewers who wrote no letter of it. Whoever only submitted it is one. */
const secondPersons: readonly Who[] = [
  'a reviewer who once submitted it',
  'a reviewer',
  'a reviewer of another language',
  'an editor and reviewer who only submitted it',
  'another editor and reviewer',
  'another translator and reviewer',
]
/** Those of them who declare the language of the text. */
const approvers = secondPersons.filter((who) => who !== 'a reviewer of another language')
/** An administrator has no editorial right but this: in an emergency somebody must be there. */
const rescuers: readonly Who[] = [
  ...reviewers,
  'an administrator who once wrote in it',
  'an administrator',
]
const translators: readonly Who[] = ['its translator', 'its translator, a reviewer too']
const writers = [...editors, ...translators]
const editorsAndReviewers = [...new Set([...editors, ...reviewers])]
const writersAndReviewers = [...new Set([...writers, ...reviewers])]

/** What somebody may try: an action of the workflow, or `change`, `restore` (an old version) and `delete`. */
export type Attempt = string
type Open = Readonly<Record<Attempt, readonly Who[]>>

/** Of what a colleague published alone: whoever wrote it, or did that, is no second person. */
const confirmers = approvers
const goneFromPublic = { withdraw: reviewers, retract: reviewers }

/** Releases, by the situation that they are in. */
const releases = {
  draft: {
    submit: editors,
    'emergency-publish': rescuers,
    change: editors,
    restore: editors,
    delete: editors,
  },
  'in review': {
    recall: editors,
    'emergency-publish': rescuers,
    return: reviewers,
    approve: approvers,
  },
  approved: { reopen: editorsAndReviewers, schedule: reviewers, publish: reviewers },
  scheduled: { reopen: editorsAndReviewers, unschedule: reviewers },
  published: { revise: editors, ...goneFromPublic },
  withdrawn: { revise: editors, retract: reviewers, reinstate: reviewers },
  retracted: { revise: editors },
  'published in an emergency': { revise: editors, confirm: confirmers, ...goneFromPublic },
  'draft of a second edition': {
    submit: editors,
    'emergency-publish': rescuers,
    change: editors,
    restore: editors,
    ...goneFromPublic,
  },
  'second edition in review': {
    recall: editors,
    'emergency-publish': rescuers,
    return: reviewers,
    approve: approvers,
    ...goneFromPublic,
  },
  'second edition approved': {
    reopen: editorsAndReviewers,
    schedule: reviewers,
    publish: reviewers,
    ...goneFromPublic,
  },
  'draft with a warning': {
    submit: editors,
    'emergency-publish': rescuers,
    waive: editorsAndReviewers,
    change: editors,
    restore: editors,
    delete: editors,
  },
  'in review with a warning': {
    recall: editors,
    'emergency-publish': rescuers,
    return: reviewers,
    waive: editorsAndReviewers,
  },
} as const satisfies Record<string, Open>

/** Translations of a release that is live and hasn't changed since, where nothing else is said. */
const translations = {
  draft: {
    submit: writers,
    'emergency-publish': rescuers,
    change: writers,
    restore: writers,
    delete: editors,
  },
  'in review': {
    recall: [...editors, 'a translator who only submitted it'],
    'emergency-publish': rescuers,
    return: reviewers,
    approve: approvers,
  },
  approved: { reopen: writersAndReviewers, schedule: reviewers, publish: reviewers },
  scheduled: { reopen: writersAndReviewers, unschedule: reviewers },
  published: { revise: writers, ...goneFromPublic },
  withdrawn: { revise: writers, retract: reviewers, reinstate: reviewers },
  retracted: { revise: writers },
  'published in an emergency': { revise: writers, confirm: confirmers, ...goneFromPublic },
  'draft of a second edition': {
    submit: writers,
    'emergency-publish': rescuers,
    change: writers,
    restore: writers,
    ...goneFromPublic,
  },
  'second edition in review': {
    recall: [...editors, 'a translator who only submitted it'],
    'emergency-publish': rescuers,
    return: reviewers,
    approve: approvers,
    ...goneFromPublic,
  },
  'second edition approved': {
    reopen: writersAndReviewers,
    schedule: reviewers,
    publish: reviewers,
    ...goneFromPublic,
  },
  'draft with a warning': {
    submit: writers,
    'emergency-publish': rescuers,
    waive: writersAndReviewers,
    change: writers,
    restore: writers,
    delete: editors,
  },
  'draft that is out of date': {
    submit: writers,
    renew: writers,
    change: writers,
    restore: writers,
    delete: editors,
  },
  'approved, but out of date': { reopen: writersAndReviewers, schedule: reviewers },
  'approved, but its release isn’t live': { reopen: writersAndReviewers, schedule: reviewers },
} as const satisfies Record<string, Open>

/** Contacts, images and documents: a second person's publishing is the approval. */
const items = {
  draft: { submit: editors, change: editors, restore: editors, delete: editors },
  'in review': { recall: editors, return: reviewers, publish: secondPersons },
  published: { revise: editors, archive: reviewers },
  archived: { revise: editors },
  'draft of a second edition': {
    submit: editors,
    change: editors,
    restore: editors,
    archive: reviewers,
  },
  'second edition in review': {
    recall: editors,
    return: reviewers,
    publish: secondPersons,
    archive: reviewers,
  },
} as const satisfies Record<string, Open>

export const opened = {
  releases,
  translations,
  contacts: items,
  images: items,
  documents: items,
} as const satisfies Record<string, Record<string, Open>>
export type Shelf = keyof typeof opened

/** What somebody can try with a document of each kind. */
const otherRoutes = ['change', 'restore', 'delete']
const textActions = [
  'submit',
  'recall',
  'return',
  'approve',
  'reopen',
  'schedule',
  'unschedule',
  'publish',
  'emergency-publish',
  'confirm',
  'revise',
  'withdraw',
  'retract',
  'reinstate',
  'waive',
]
const itemActions = ['submit', 'recall', 'return', 'publish', 'revise', 'archive', 'waive']
export const attempts: Record<Shelf, readonly Attempt[]> = {
  releases: [...textActions, 'still-right', ...otherRoutes],
  translations: [...textActions, 'renew', ...otherRoutes],
  contacts: [...itemActions, ...otherRoutes],
  images: [...itemActions, ...otherRoutes],
  documents: [...itemActions, ...otherRoutes],
}

/** The state after each action; the others leave it as it is. */
export const stateAfter: Readonly<Record<Attempt, string>> = {
  submit: 'in-review',
  recall: 'draft',
  return: 'draft',
  approve: 'approved',
  reopen: 'draft',
  schedule: 'scheduled',
  unschedule: 'approved',
  publish: 'published',
  'emergency-publish': 'published',
  reinstate: 'published',
  revise: 'draft',
  withdraw: 'withdrawn',
  retract: 'withdrawn',
  archive: 'archived',
}
/** What the public sees after it; the others change nothing of that. */
export const standingAfter: Readonly<Record<Attempt, string>> = {
  publish: 'live',
  'emergency-publish': 'live',
  reinstate: 'live',
  withdraw: 'withdrawn',
  retract: 'retracted',
  archive: 'retracted',
}
