import { type DeskType, isText, type Standing } from '../workflow/states.ts'
import { actOf, type EventRow, hashOf, rootHash } from './timeline.ts'

/** What the timeline says of one text or item. */
export interface Ledger {
  id: string
  of: DeskType
  revision: number
  state: string
  /** Everybody who changed it since it was last approved. */
  authors: Set<string>
  approval: { by: string; at: string; fingerprint: string } | null
  editions: Map<number, Published>
  emergency: OpenEmergency | null
  /** How it may stand in public. More than one where an act left the state as it was. */
  standings: Set<Standing>
  /** The notes on it, by id. */
  notes: Map<string, NoteLedger>
  /** The links to it for outsiders, by id. */
  links: Map<string, LinkLedger>
  /** Who restricted or opened its family last, and how often that was done; null: never. */
  restriction: { holds: boolean; by: string; steps: number } | null
}

/** What the timeline says of one link. */
export interface LinkLedger {
  madeBy: string
  /** For whom, and until when. */
  words: string
  steps: number
  revokedBy: string
}

/** What the timeline says of one note. */
export interface NoteLedger {
  author: string
  words: string
  steps: number
  replies: number
  resolvedBy: string
}

/** What somebody published alone. */
interface OpenEmergency {
  fingerprint: string
  /** Those who can't confirm it. */
  persons: Set<string>
  /** Whether somebody may have settled it by an act of which the timeline doesn't tell that it fell on this text. */
  perhapsSettled: boolean
}

interface Published {
  fingerprint: string
  approval: Ledger['approval']
  by: string
  at: string
}

export interface Family {
  id: string
  last: EventRow | null
  subjects: Map<string, Ledger>
}

/** What is wrong between an event and the one before it. */
export function brokenLinks(event: EventRow, last: EventRow | null): string[] {
  const problems: string[] = []
  const name = `Event ${event.number} (${event.what}) of family ${event.family}`
  const expected = (last?.number ?? 0) + 1
  if (event.number !== expected)
    problems.push(
      event.number > expected
        ? `${name} follows event ${expected - 1}: ${event.number - expected} missing between them.`
        : `${name} is there twice.`,
    )
  else if (event.previousHash !== (last?.hash ?? rootHash(event.family)))
    problems.push(`${name} doesn’t follow the event before it: another one stood there.`)
  if (event.hash !== hashOf(event, event.number, event.previousHash))
    problems.push(`${name} was changed after it was written: its hash is another.`)
  if (event.act !== actOf(event.subject, event.revision, event.step))
    problems.push(`${name} names another act than its own.`)
  return problems
}

/** Puts an event into its subject's ledger, and tells what it says that can't have been. */
export function record(family: Family, event: EventRow): string[] {
  const problems: string[] = []
  const { subject, of, actor, actorName } = event
  const ledger: Ledger = family.subjects.get(subject) ?? {
    id: subject,
    of,
    revision: 0,
    state: '',
    authors: new Set(),
    approval: null,
    editions: new Map(),
    emergency: null,
    standings: new Set(['none']),
    notes: new Map(),
    links: new Map(),
    restriction: null,
  }
  family.subjects.set(subject, ledger)
  if (event.step !== '') return recordBeside(ledger, event)
  const name = `the ${of} ${subject}`
  if (event.revision !== ledger.revision + 1)
    problems.push(
      `The timeline of ${name} goes from revision ${ledger.revision} to revision ${event.revision}.`,
    )
  if (event.from !== ledger.state)
    problems.push(
      `Revision ${event.revision} of ${name} starts from “${event.from}”, but “${ledger.state}” came before it.`,
    )
  ledger.revision = event.revision
  ledger.state = event.to

  const { what, fingerprintBefore: before, fingerprintAfter: after } = event
  const saved = ['create', 'change', 'restore', 'import'].includes(what)
  // A save that changed no letter is no authorship; a translation that somebody called right is.
  if ((saved && before !== after) || what === 'renew') {
    ledger.authors.add(actor)
    ledger.approval = null
  }
  const approves = what === 'approve' || (what === 'publish' && !isText(of))
  if (approves) {
    if (ledger.authors.has(actor))
      problems.push(
        `${actorName} approved ${name} at revision ${event.revision}, having changed it: four eyes are missing.`,
      )
    ledger.approval = { by: actor, at: event.at, fingerprint: after }
    ledger.authors = new Set()
  }
  if (what === 'confirm') problems.push(...confirmed(ledger, event))
  if (what === 'emergency-publish')
    ledger.emergency = {
      fingerprint: after,
      persons: new Set([
        actor,
        ...ledger.authors,
        ...(ledger.emergency?.perhapsSettled ? [] : (ledger.emergency?.persons ?? [])),
      ]),
      perhapsSettled: false,
    }
  if (what === 'publish' || what === 'emergency-publish') {
    const approval = what === 'publish' ? ledger.approval : null
    if (approval) settleBy(ledger, approval.by, true)
    if (event.edition !== ledger.editions.size + 1)
      problems.push(
        `${capital(name)} published edition ${event.edition} after edition ${ledger.editions.size}.`,
      )
    if (what === 'publish' && approval?.fingerprint !== after)
      problems.push(`Edition ${event.edition} of ${name} isn’t what was approved last.`)
    ledger.editions.set(event.edition, {
      fingerprint: after,
      approval,
      by: actor,
      at: event.at,
    })
    ledger.standings = new Set(['live'])
  }
  if (what === 'reinstate') ledger.standings = new Set(['live'])
  const gone = what === 'withdraw' ? 'withdrawn' : 'retracted'
  if (['withdraw', 'retract', 'archive'].includes(what)) {
    // Where the state stayed, only the translations may have been meant.
    if (event.from !== event.to) ledger.standings = new Set()
    ledger.standings.add(gone)
    // What is only withdrawn may be reinstated.
    if (what === 'retract') settleBy(ledger, actor, event.from !== event.to || of !== 'release')
  }
  return problems
}

/** A second person takes back what somebody published alone, or approves another edition in its place. */
function settleBy(ledger: Ledger, person: string, certainly: boolean): void {
  const { emergency } = ledger
  if (!emergency || emergency.persons.has(person)) return
  ledger.emergency = certainly ? null : { ...emergency, perhapsSettled: true }
}

/** Another person answers for what somebody had published alone. */
function confirmed(
  ledger: Ledger,
  { of, subject, actor, actorName, at, revision, ...event }: EventRow,
): string[] {
  const { emergency } = ledger
  const name = `the ${of} ${subject}`
  ledger.emergency = null
  if (!emergency)
    return [
      `${actorName} confirmed ${name} at revision ${revision}, and nothing was to be confirmed.`,
    ]
  const same = event.from === 'published' && event.fingerprintAfter === emergency.fingerprint
  if (same && !ledger.authors.has(actor)) {
    ledger.approval = { by: actor, at, fingerprint: event.fingerprintAfter }
    ledger.authors = new Set()
  }
  return emergency.persons.has(actor)
    ? [
        `${actorName} confirmed ${name} at revision ${revision}, having published it alone or written it: four eyes are missing.`,
      ]
    : []
}

/** What happens to a note or a link happens beside the text: it changes nothing of it. */
function recordBeside(ledger: Ledger, event: EventRow): string[] {
  const { what, revision, from, to } = event
  const [kind, of, recorded] = besideOf(what)
  const problems = recorded(ledger, event)
  if (revision !== ledger.revision || from !== ledger.state || to !== ledger.state)
    problems.unshift(
      `A ${kind} ${of} the ${ledger.of} ${ledger.id} (${what}) names revision ${revision} and “${from}”, but it was written at revision ${ledger.revision}, “${ledger.state}”.`,
    )
  return problems
}

function besideOf(
  what: string,
): [kind: string, of: string, recorded: (ledger: Ledger, event: EventRow) => string[]] {
  if (what === 'restrict' || what === 'lift') return ['restriction', 'of', recordRestriction]
  return what.endsWith('-link') ? ['link', 'to', recordLink] : ['note', 'on', recordNote]
}

function recordRestriction(ledger: Ledger, { what, actor, step }: EventRow): string[] {
  const told = ledger.restriction
  const steps = Number(step.split(':')[1])
  const problems =
    steps !== (told?.steps ?? 0) + 1 || (what === 'lift' && !told?.holds)
      ? [
          `The timeline of the restriction of the ${ledger.of} ${ledger.id} has a gap before “${what}”.`,
        ]
      : []
  ledger.restriction = { holds: what === 'restrict', by: actor, steps }
  return problems
}

function recordNote(ledger: Ledger, { what, actor, step, note: words }: EventRow): string[] {
  const problems: string[] = []
  const name = `the ${ledger.of} ${ledger.id}`
  const [id = '', number] = step.split(':')
  const told = ledger.notes.get(id)
  if (Number(number) !== (told?.steps ?? 0) + 1 || (what === 'note') !== (told === undefined))
    problems.push(`The timeline of the note ${id} on ${name} has a gap before “${what}”.`)
  const note = told ?? { author: actor, words, steps: 0, replies: 0, resolvedBy: '' }
  ledger.notes.set(id, note)
  note.steps = Number(number)
  if (what === 'reply') note.replies++
  else if (what === 'resolve-note') note.resolvedBy = actor
  else if (what === 'reopen-note') note.resolvedBy = ''
  else if (what !== 'note') problems.push(`“${what}” on ${name} is nothing that a note can be.`)
  return problems
}

function recordLink(ledger: Ledger, { what, actor, step, note: words }: EventRow): string[] {
  const problems: string[] = []
  const name = `the link to the ${ledger.of} ${ledger.id}`
  const [id = '', number] = step.split(':')
  const told = ledger.links.get(id)
  if (Number(number) !== (told?.steps ?? 0) + 1 || (what === 'make-link') !== (told === undefined))
    problems.push(`The timeline of ${name} (${id}) has a gap before “${what}”.`)
  const link = told ?? { madeBy: actor, words, steps: 0, revokedBy: '' }
  ledger.links.set(id, link)
  if (what === 'open-link' && link.revokedBy !== '')
    problems.push(`${capital(name)} (${id}) was opened after it was taken back.`)
  link.steps = Number(number)
  if (what === 'revoke-link') link.revokedBy = actor
  return problems
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
