import { nowPrint, sharedOf, sourcePrint, translationsOf } from './contents.ts'
import { is, isStranger, type Person, type Role } from './people.ts'
import { isLate, isWarning, mend, problemsOf } from './problems.ts'
import { type Doc, isText, type Item, live, type State, type Text, type World } from './world.ts'

/** Who may do what, and when: the table of the design, section 3, with decisions 008 to 011. Written by hand. */

export interface Input {
  revision: number
  note?: string
  explanation?: string
  at?: string
  languages?: string[]
  change?: 'minor' | 'major'
  publicNote?: string
  requirement?: string
  reason?: string
  reviewBy?: string
}

interface Row {
  from: readonly State[]
  /** `null`: the state stays. */
  to: State | null
  who: readonly Role[]
}

const any: readonly State[] = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
]
const r = (from: readonly State[], to: State | null, ...who: Role[]): Row => ({ from, to, who })

/** Translators: of translations only. */
const ofTexts: Readonly<Record<string, Row>> = {
  submit: r(['draft'], 'in-review', 'editor', 'translator'),
  recall: r(['in-review'], 'draft', 'editor', 'translator'),
  return: r(['in-review'], 'draft', 'reviewer'),
  approve: r(['in-review'], 'approved', 'reviewer'),
  reopen: r(['approved', 'scheduled'], 'draft', 'editor', 'translator', 'reviewer'),
  schedule: r(['approved'], 'scheduled', 'reviewer'),
  unschedule: r(['scheduled'], 'approved', 'reviewer'),
  publish: r(['approved'], 'published', 'reviewer'),
  'emergency-publish': r(['draft', 'in-review'], 'published', 'reviewer', 'administrator'),
  confirm: r(any, null, 'reviewer'),
  revise: r(['published', 'withdrawn'], 'draft', 'editor', 'translator'),
  withdraw: r(any, 'withdrawn', 'reviewer'),
  retract: r(any, 'withdrawn', 'reviewer'),
  // What is under way on the desk goes on.
  reinstate: r(any, null, 'reviewer'),
  renew: r(['draft'], null, 'editor', 'translator'),
  waive: r(['draft', 'in-review'], null, 'editor', 'translator', 'reviewer'),
}
const ofItems: Readonly<Record<string, Row>> = {
  submit: r(['draft'], 'in-review', 'editor'),
  recall: r(['in-review'], 'draft', 'editor'),
  return: r(['in-review'], 'draft', 'reviewer'),
  publish: r(['in-review'], 'published', 'reviewer'),
  revise: r(['published', 'archived'], 'draft', 'editor'),
  archive: r(['draft', 'in-review', 'published'], 'archived', 'reviewer'),
  waive: r(['draft', 'in-review'], null, 'editor', 'reviewer'),
}
const { renew: _only, ...others } = ofTexts
const ofReleases: typeof ofTexts = { ...others, 'still-right': r(any, null, 'reviewer') }

export const courseOf = ({ type }: Doc): Readonly<Record<string, Row>> =>
  type === 'release' ? ofReleases : type === 'translation' ? ofTexts : ofItems

/** Every action that exists anywhere. */
export const actions: readonly string[] = [...Object.keys(ofTexts), 'still-right', 'archive']

const blank = (text: string | undefined): boolean => (text ?? '').trim() === ''

/** Every reason against an action. `input` null: only whether its button is open. */
export function against(
  world: World,
  who: Person,
  doc: Doc,
  action: string,
  input: Input | null,
): string[] {
  const row = courseOf(doc)[action]
  if (!row) return ['unknown-here']
  const why: string[] = []
  const roles = row.who.filter((role) => role !== 'translator' || doc.type === 'translation')
  if (!is(who, ...roles)) why.push('wrong-role')
  if (!row.from.includes(doc.state)) why.push('wrong-state')
  if (input && input.revision !== doc.revision) why.push('stale-revision')
  why.push(
    ...(isText(doc)
      ? againstText(world, who, doc, action, input)
      : againstItem(who, doc, action, input)),
  )
  if (action === 'recall' && !is(who, 'editor') && doc.submittedBy !== who.id) why.push('not-own')
  if (action === 'return' && input && blank(input.note)) why.push('input-missing')
  const explained = ['withdraw', 'retract', 'reinstate', 'archive'].includes(action)
  if (explained && input && blank(input.explanation)) why.push('input-missing')
  if (action === 'waive') why.push(...againstWaiver(world, doc, input))
  const judged = ['submit', 'approve', 'publish', 'emergency-publish'].includes(action)
  const problems = judged ? problemsOf(world, doc) : []
  const blockers = problems.filter(
    (one) => !isWarning(one) && (action.endsWith('publish') || !isLate(one)),
  )
  if (blockers.length > 0) why.push(mend(blockers))
  // A second person lets pass no warning that nobody has signed for.
  const approves = isText(doc) ? action === 'approve' : action === 'publish'
  const open = approves ? problems.filter(isWarning) : []
  if (open.length > 0) why.push(mend(open))
  return why
}

function againstText(
  world: World,
  who: Person,
  text: Text,
  action: string,
  input: Input | null,
): string[] {
  const why: string[] = []
  const translation = text.type === 'translation'
  const { language } = text.fields
  const foreign = translation && text.fields.translator !== who.id && !is(who, 'editor')
  // As editors on all, reviewers too where the action is theirs as well.
  const asReviewer = ['reopen', 'waive'].includes(action) && is(who, 'reviewer')
  if (['submit', 'reopen', 'revise', 'renew', 'waive'].includes(action))
    if (foreign && is(who, 'translator') && !asReviewer) why.push('not-own')
  switch (action) {
    case 'approve':
      if (!who.languages.includes(language)) why.push('language-not-declared')
      if (text.authors.includes(who.id)) why.push('own-work')
      break
    case 'schedule': {
      const { embargo } = sharedOf(text)
      if (input && blank(input.at)) why.push('input-missing')
      else if (input?.at && Date.parse(input.at) <= world.now.getTime()) why.push('time-not-ahead')
      else if (input?.at && embargo && Date.parse(input.at) < Date.parse(embargo))
        why.push('time-before-embargo')
      why.push(...withoutWord(text, input))
      break
    }
    case 'publish': {
      const { embargo } = sharedOf(text)
      if (text.approval?.print !== nowPrint(world, text)) why.push('changed-since-approval')
      if (embargo && world.now.getTime() < Date.parse(embargo)) why.push('embargoed')
      if (text.of && !live(text.of)) why.push('release-not-live')
      if (text.of && text.madeFrom !== sourcePrint(world, text)) why.push('translation-stale')
      why.push(...withoutWord(text, input))
      break
    }
    case 'emergency-publish': {
      const { embargo } = sharedOf(text)
      if (embargo && world.now.getTime() < Date.parse(embargo)) why.push('embargoed')
      if (text.of && !live(text.of)) why.push('release-not-live')
      if (text.of && text.madeFrom !== sourcePrint(world, text)) why.push('translation-stale')
      if (input && blank(input.reason)) why.push('input-missing')
      why.push(...withoutWord(text, input))
      break
    }
    case 'confirm':
      if (!text.alone) why.push('nothing-to-confirm')
      if (!who.languages.includes(language)) why.push('language-not-declared')
      if (text.alone?.persons.includes(who.id)) why.push('own-emergency')
      break
    case 'still-right':
      // No text here is of a kind that has to be looked at again.
      why.push('nothing-to-review')
      if (text.standing !== 'live') why.push('not-public')
      if (!who.languages.includes(language)) why.push('language-not-declared')
      if (input && blank(input.reviewBy)) why.push('input-missing')
      break
    case 'reinstate':
      why.push(...againstReinstating(world, text, input))
      break
    case 'withdraw':
    case 'retract':
      why.push(...againstTakingBack(world, text, action, input))
      break
    case 'renew':
      if (text.madeFrom === sourcePrint(world, text)) why.push('translation-current')
      break
    default:
  }
  return why
}

/** From edition 2 on a correction says what it is; a major change is told to the reader. */
function withoutWord(text: Text, input: Input | null): string[] {
  if (!input || text.editions.length === 0) return []
  if (!input.change) return ['input-missing']
  return input.change === 'major' && blank(input.publicNote) ? ['input-missing'] : []
}

/** The translations that an act on the public side of a release concerns. */
export const affected = (world: World, release: Text, action: string): Text[] =>
  translationsOf(world, release).filter(
    ({ standing }) =>
      (standing === 'live' && action !== 'reinstate') ||
      (standing === 'withdrawn' && action !== 'withdraw'),
  )

function againstTakingBack(
  world: World,
  text: Text,
  action: 'withdraw' | 'retract',
  input: Input | null,
): string[] {
  const why: string[] = []
  const readable = ['live', ...(action === 'retract' ? ['withdrawn'] : [])]
  if (!readable.includes(text.standing)) why.push('not-public')
  const named = input?.languages
  if (!named) return why
  const own = text.fields.language
  const family = affected(world, text, 'retract').map(({ fields }) => fields.language)
  if (named.length === 0 || named.some((one) => one !== own && !family.includes(one)))
    why.push('language-not-in-family')
  // No translation stays behind a release that goes.
  if (text.type === 'release' && named.includes(own))
    if (affected(world, text, action).some(({ fields }) => !named.includes(fields.language)))
      why.push('translations-live')
  return why
}

/** What was withdrawn is current again: a release with or without its translations, none of them without it. */
function againstReinstating(world: World, text: Text, input: Input | null): string[] {
  const why: string[] = []
  if (text.standing !== 'withdrawn') why.push('not-withdrawn')
  if (text.of && !live(text.of)) why.push('release-not-live')
  const named = input?.languages
  if (!named) return why
  const own = text.fields.language
  const family = affected(world, text, 'retract').map(({ fields }) => fields.language)
  if (named.length === 0 || named.some((one) => one !== own && !family.includes(one)))
    why.push('language-not-in-family')
  if (text.type === 'release' && !named.includes(own)) why.push('release-not-live')
  return why
}

function againstItem(who: Person, item: Item, action: string, _input: Input | null): string[] {
  const why: string[] = []
  // For items, publication is the approval (decision 009).
  if (action === 'publish' && item.authors.includes(who.id)) why.push('own-work')
  if (action === 'archive' && !live(item)) why.push('not-public')
  return why
}

/** A button is open where there is something to sign for. */
function againstWaiver(world: World, doc: Doc, input: Input | null): string[] {
  const open = problemsOf(world, doc).filter(isWarning)
  if (!input) return open.length > 0 ? [] : ['nothing-to-waive']
  const { requirement = '', reason } = input
  const why: string[] = []
  if (blank(requirement)) why.push('input-missing')
  if (blank(reason)) why.push('input-missing')
  if (requirement !== '' && !open.some((one) => one.requirement === requirement))
    why.push('nothing-to-waive')
  return why
}

/** Every reason against a change of content, in draft only and by those whose text it is. `seen` null: not asked. */
export function againstChange(who: Person, doc: Doc, seen: number | null): string[] {
  const why: string[] = []
  const roles: Role[] = doc.type === 'translation' ? ['editor', 'translator'] : ['editor']
  if (!is(who, ...roles)) why.push('wrong-role')
  else if (isText(doc) && !is(who, 'editor') && doc.fields.translator !== who.id)
    why.push('not-own')
  if (doc.state !== 'draft') why.push('not-draft')
  if (seen !== null && seen !== doc.revision) why.push('stale-revision')
  return why
}

/** What was ever published stays, and a release that is translated. */
export function againstDeletion(
  world: World,
  who: Person,
  doc: Doc,
  seen: number | null,
): string[] {
  const why = againstChange(who, doc, seen)
  if (doc.editions.length > 0) why.push('was-published')
  if (doc.type === 'release' && translationsOf(world, doc).some(({ deleted }) => !deleted))
    why.push('has-translations')
  return why
}

const statuses: Readonly<Record<number, readonly string[]>> = {
  403: ['wrong-role', 'not-own', 'language-not-declared', 'own-work', 'own-emergency'],
  409: [
    'wrong-state',
    'stale-revision',
    'not-public',
    'not-withdrawn',
    'nothing-to-confirm',
    'changed-since-approval',
    'release-not-live',
    'translation-stale',
    'translation-current',
    'translations-live',
    'embargoed',
    'not-draft',
    'was-published',
    'has-translations',
  ],
}

/** Not this person comes before not now, and that before not like this. */
export function statusOf(why: readonly string[]): number {
  for (const status of [403, 409])
    if (why.some((one) => statuses[status]?.includes(one))) return status
  return 422
}

/** An answer that was lost and asked for again is no second act (decision 010). */
export function isRepetition(who: Person, doc: Doc, action: string, seen: number): boolean {
  const latest = doc.events.at(-1)
  return (
    !isStranger(who) &&
    latest?.what === action &&
    latest.by === who.id &&
    latest.revision === seen + 1 &&
    doc.revision === seen + 1
  )
}
