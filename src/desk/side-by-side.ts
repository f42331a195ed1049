import type { Payload } from 'payload'
import { diffWords, type Piece } from '../language/diff.ts'
import { checkPair } from '../language/fidelity/check-pair.ts'
import type { Finding, Level } from '../language/fidelity/finding.ts'
import type { Pair, Segment, SegmentKind, Side } from '../language/fidelity/pair.ts'
import { fidelityCatalogueOf, sentenceOfFinding } from '../language/fidelity/sentences/sentences.ts'
import { isLanguage } from '../language/languages.ts'
import { segmentsOf } from '../language/segments.ts'
import { type Row, type RowState, rowsOf, waits } from '../language/side-by-side.ts'
import type { TextContent } from '../workflow/content.ts'
import type { Person } from '../workflow/situation.ts'
import { textOrEdition } from './as-of.ts'
import { resolve } from './content.ts'
import { loadDoc } from './documents.ts'
import { settled } from './finish.ts'
import { glossaryFor } from './glossary.ts'
import { clockOf } from './desk-clock.ts'
import { todayOf } from './mission-facts.ts'
import { isHiddenFrom } from './restrictions.ts'
import { sourceOf } from './situation.ts'

/** What a check finds, in the reader's words. */
export interface Found {
  check: Finding['check']
  level: Level
  message: string
}

/** One segment of the source beside what renders it. */
export interface Line {
  state: RowState
  /** Whether somebody has to look at it before the translation is current. */
  open: boolean
  kind: SegmentKind
  /** Of the source: as it was when the translation was made, and as it is now, in one. Empty where it has none. */
  source: Piece[]
  target: string[]
  found: Found[]
}

export interface SideBySide {
  /** `release`: an id. `live`: the edition that the public reads; else what lies on the desk. */
  source: { release: string; language: string; live: boolean; kept: boolean }
  target: { language: string; revision: number }
  lines: Line[]
  /** How many lines are open. */
  open: number
  /** How much of the source is rendered and current, from 0 to 1, by its letters. */
  done: number
}

/**
 * A translation beside its source, segment by segment, with what has changed in the source since the translation was
 * made and what the checks of both find, with the terms in force. Null where there is none, or none that this person may know of.
 */
export async function sideBySide(
  payload: Payload,
  id: string,
  actor: Person,
  language: string,
): Promise<SideBySide | null> {
  const doc = await settled(payload, 'translation', id)
  if (doc?.type !== 'translation' || !doc.release) return null
  if (await isHiddenFrom(payload, actor.id, doc)) return null
  const { fingerprint, live } = await sourceOf(payload, doc.release)
  const [now, then, { content }] = await Promise.all([
    live ? textOrEdition(payload, doc.release, fingerprint) : onTheDesk(payload, doc.release),
    doc.madeFrom && doc.madeFrom !== fingerprint
      ? textOrEdition(payload, doc.release, doc.madeFrom)
      : null,
    resolve(payload, doc),
  ])
  const source = now && sideOf(now)
  const target = content.type === 'text' ? sideOf(content) : null
  if (!source || !target) return null
  const today = await todayOf(payload, clockOf({ payload }))
  const glossary = await glossaryFor(payload, [source.lang, target.lang], today)
  const before = then && sideOf(then)
  const rows = rowsOf({ made: before, now: source, target })
  const found = foundIn({ source, target, glossary }, rows, language)
  const lines = rows.map((row, index): Line => {
    const segment = at(source, row.source) ?? at(before ?? source, row.was)
    return {
      state: row.state,
      open: waits(row),
      kind: segment?.kind ?? at(target, row.targets[0] ?? null)?.kind ?? 'paragraph',
      source: piecesOf(row, before ?? source, source),
      target: row.targets.map((place) => at(target, place)?.text ?? ''),
      found: found.get(index) ?? [],
    }
  })
  return {
    source: {
      release: doc.release,
      language: source.lang,
      live,
      kept: doc.madeFrom === fingerprint || before !== null,
    },
    target: { language: target.lang, revision: doc.revision },
    lines,
    open: lines.filter(({ open }) => open).length,
    done: shareDone(lines),
  }
}

async function onTheDesk(payload: Payload, release: string): Promise<TextContent | null> {
  const doc = await loadDoc(payload, 'release', release)
  if (!doc) return null
  const { content } = await resolve(payload, doc)
  return content.type === 'text' ? content : null
}

function sideOf(text: TextContent): Side | null {
  return isLanguage(text.language) ? { lang: text.language, segments: segmentsOf(text) } : null
}

const at = ({ segments }: Side, place: number | null): Segment | undefined =>
  place === null ? undefined : segments[place]

function piecesOf({ source, was }: Row, then: Side, now: Side): Piece[] {
  const before = at(then, was)?.text ?? ''
  const after = at(now, source)?.text ?? ''
  return diffWords(before, after, now.lang)
}

/** What the checks find, by row: of a translation that isn't begun they would say that everything is missing. */
function foundIn(pair: Pair, rows: readonly Row[], language: string): Map<number, Found[]> {
  const found = new Map<number, Found[]>()
  if (pair.target.segments.length === 0) return found
  const catalogue = fidelityCatalogueOf(language)
  for (const finding of checkPair(pair)) {
    // Rows say it themselves.
    if (finding.check === 'segment-missing' || finding.check === 'segment-added') continue
    const row = rows.findIndex(({ targets }) => targets.includes(finding.segment))
    const { check, level } = finding
    const line = { check, level, message: sentenceOfFinding(finding, catalogue) }
    found.set(row, [...(found.get(row) ?? []), line])
  }
  return found
}

function shareDone(lines: readonly Line[]): number {
  const lengthOf = ({ source }: Line) =>
    source.filter(({ kind }) => kind !== 'removed').reduce((sum, { text }) => sum + text.length, 0)
  const all = lines.reduce((sum, line) => sum + lengthOf(line), 0)
  const done = lines.filter(({ open }) => !open).reduce((sum, line) => sum + lengthOf(line), 0)
  return all === 0 ? 0 : done / all
}
