import type { Payload } from 'payload'
import { diffWords, type Piece } from '../language/diff.ts'
import type { Finding, Level } from '../language/fidelity/finding.ts'
import type { SegmentKind } from '../language/fidelity/pair.ts'
import { fidelityCatalogueOf, sentenceOfFinding } from '../language/fidelity/sentences/sentences.ts'
import { addressOf, type Tag } from '../language/tagged.ts'
import { progressOf, type Row, type RowState } from '../language/translation-rows.ts'
import { catalogueOf, sentenceOf } from '../workflow/sentences/sentences.ts'
import type { Person } from '../workflow/situation.ts'
import type { State } from '../workflow/states.ts'
import { changeOf } from './document-access.ts'
import { collectionOf } from './documents.ts'
import { settled } from './finish.ts'
import { comparedWith, findingsIn } from './original.ts'
import { isHiddenFrom } from './restrictions.ts'
import { type Proposed, proposalsOf, proposedIn } from './proposals.ts'
import { findingsOfProposed } from './proposed-findings.ts'
import { nameOf, type SegmentWork, segmentIn, segmentWorkOf, wordsOfRow } from './segment-work.ts'

/** What a check finds, in the reader’s words. */
export interface Found {
  check: Finding['check']
  level: Level
  message: string
}

/** What a numbered tag stands for. */
export interface ShownTag {
  number: number
  means: 'bold' | 'italic' | 'bold-italic' | 'link' | 'format'
  /** Of a link. */
  address: string
}

/** One segment of the source beside what renders it. */
export interface SegmentRow {
  /** By which an answer names it. */
  row: string
  state: RowState
  /** Whether it waits for an answer. */
  open: boolean
  kind: SegmentKind
  /** Of the source: as it was when this was confirmed and as it is now, in one. */
  source: Piece[]
  /** The source now, with tags; empty where it is gone. */
  text: string
  tags: ShownTag[]
  /** What renders it, with tags; several where the translation split it. */
  targets: string[]
  /** The same as readers see it. */
  plain: string[]
  /** Where the words are written; null: here. */
  elsewhere: { collection: string; id: string } | null
  found: Found[]
  /** What somebody outside proposes for it. */
  proposed: ShownProposal | null
}

export interface ShownProposal {
  texts: string[]
  /** What renders it now and what is proposed, in one. */
  changes: Piece[]
  conflict: Proposed['conflict']
  /** Name of the file. */
  from: string
  by: string
  /** What the checks would find. */
  found: Found[]
}

export interface Segments {
  /** `release`: an id. `live`: the edition that the public reads; else what lies on the desk. */
  source: { release: string; language: string; live: boolean; kept: boolean }
  target: { language: string; revision: number; state: State; stale: boolean }
  /** Why this person can’t answer now; null when they can. */
  closed: string | null
  rows: SegmentRow[]
  /** How many rows are open. */
  open: number
  /** Words of the source, and those of them that are seen to. */
  words: number
  confirmed: number
}

/**
 * A translation beside its source, segment by segment, with what has changed in the source since each was confirmed and
 * what the checks of both find. Null where there is none, or none that this person may know of.
 */
export async function segmentsOfTranslation(
  payload: Payload,
  id: string,
  actor: Person,
  language: string,
): Promise<Segments | null> {
  const doc = await settled(payload, 'translation', id)
  if (!doc || (await isHiddenFrom(payload, actor.id, doc))) return null
  const work = await segmentWorkOf(payload, doc)
  if (!work) return null
  const { refusals } = await changeOf(payload, actor, doc)
  const catalogue = catalogueOf(language)
  const closed = refusals.map((refusal) => sentenceOf(refusal, catalogue)).join(' ')
  const found = await foundIn(payload, work, language)
  const proposed = await shownProposals(payload, work, language)
  const { source, target, rows, live, kept, stale } = work
  const { words, confirmed } = progressOf(rows, source.side)
  return {
    source: { release: work.doc.release ?? '', language: source.side.lang, live, kept },
    target: { language: target.side.lang, revision: doc.revision, state: doc.state, stale },
    closed: closed === '' ? null : closed,
    rows: rows.map((row, index) =>
      shown(work, row, found.get(index) ?? [], proposed.get(row) ?? null),
    ),
    open: rows.filter(({ open }) => open).length,
    words,
    confirmed,
  }
}

function shown(
  work: SegmentWork,
  row: Row,
  found: Found[],
  proposed: ShownProposal | null,
): SegmentRow {
  const { source, target } = work
  const segment = segmentIn(source, row.source) ?? segmentIn(target, row.targets[0] ?? null)
  const { source: text, targets, tags } = wordsOfRow(work, row)
  return {
    row: row.id,
    state: row.state,
    open: row.open,
    kind: segment?.kind ?? 'paragraph',
    source: piecesOf(work, row),
    text,
    tags: tags.map(shownTag),
    targets,
    plain: row.targets.flatMap((place) => segmentIn(target, place)?.text ?? []),
    elsewhere: nameOf(work, row) === undefined ? elsewhereOf(segment?.name ?? '') : null,
    found,
    proposed,
  }
}

function piecesOf({ source }: SegmentWork, { state, source: place, was }: Row): Piece[] {
  const now = segmentIn(source, place)?.text ?? ''
  const isCompared = state === 'changed' || state === 'gone'
  return diffWords(isCompared ? (was?.text ?? '') : now, now, source.side.lang)
}

const formats = { 1: 'bold', 2: 'italic', 3: 'bold-italic' } as const

export function shownTag({ number, shell }: Tag): ShownTag {
  if (shell.type !== 'text') return { number, means: 'link', address: addressOf(shell) }
  const means = formats[shell.format as keyof typeof formats] ?? 'format'
  return { number, means, address: '' }
}

const shelves: Record<string, string> = {
  caption: collectionOf.image,
  alt: collectionOf.image,
  title: collectionOf.document,
}

function elsewhereOf(name: string): SegmentRow['elsewhere'] {
  const [what = '', id = ''] = name.split(' ')
  const collection = shelves[what]
  return collection ? { collection, id } : null
}

/** What the checks find, by row: what the requirements say of the same text. */
async function foundIn(
  payload: Payload,
  { doc, rows, resolved, fingerprint }: SegmentWork,
  language: string,
): Promise<Map<number, Found[]>> {
  const found = new Map<number, Found[]>()
  const catalogue = fidelityCatalogueOf(language)
  const against = comparedWith(doc, fingerprint)
  for (const finding of await findingsIn(payload, doc.release ?? '', resolved, against)) {
    // Rows say it themselves.
    if (finding.check === 'segment-missing' || finding.check === 'segment-added') continue
    const row = rows.findIndex(({ targets }) => targets.includes(finding.segment))
    found.set(row, [...(found.get(row) ?? []), lineOf(finding, catalogue)])
  }
  return found
}

function lineOf(finding: Finding, catalogue: ReturnType<typeof fidelityCatalogueOf>): Found {
  const { check, level } = finding
  return { check, level, message: sentenceOfFinding(finding, catalogue) }
}

async function shownProposals(
  payload: Payload,
  work: SegmentWork,
  language: string,
): Promise<ReadonlyMap<Row, ShownProposal>> {
  const proposed = proposedIn(work, await proposalsOf(payload, work.doc.id))
  if (proposed.size === 0) return new Map()
  const catalogue = fidelityCatalogueOf(language)
  const found = await findingsOfProposed(payload, work, proposed)
  return new Map(
    [...proposed].map(([row, { texts, conflict, proposal }]) => {
      const { targets } = wordsOfRow(work, row)
      const changes = diffWords(targets.join('\n'), texts.join('\n'), work.target.side.lang)
      const { from, byName: by } = proposal
      const lines = (found.get(row) ?? []).map((finding) => lineOf(finding, catalogue))
      return [row, { texts, changes, conflict, from, by, found: lines }]
    }),
  )
}
