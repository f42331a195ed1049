import { beadsOf } from './fidelity/align.ts'
import type { Segment } from './fidelity/pair.ts'
import type { Language } from './languages.ts'
import type { NamedSegment } from './segments.ts'
import {
  type Confirmed,
  confirmed,
  confirmedChanges,
  printOf,
  type SegmentChange,
  type SegmentPrint,
} from './staleness.ts'

/**
 * What a translator has to do with a segment. `current`: nothing; `moved`: nothing but its place in the source changed;
 * `changed`, `new`, `gone`: what became of it in the source since it was confirmed; `untranslated`: nothing renders it;
 * `unconfirmed`: what renders it waits for somebody to stand by it; `added`: the translation alone has it.
 */
export const rowStates = [
  'current',
  'moved',
  'changed',
  'new',
  'gone',
  'untranslated',
  'unconfirmed',
  'added',
] as const
export type RowState = (typeof rowStates)[number]

/** What a translation keeps of a segment that somebody has worked on in it: a source, and what renders it. */
export interface Confirmation {
  source: SegmentPrint
  /** The source then, in words. */
  text: string
  /** Prints of the segments that render it; none where it is left out. */
  targets: readonly string[]
  /** Saved, and not confirmed yet. */
  open?: boolean | undefined
  /** It is gone from the source, and stays in the translation. */
  kept?: boolean | undefined
}

/** A segment of the source beside what renders it. Numbers are places among the segments of each side. */
export interface Row {
  /** The same as long as the source of the row is, wherever it stands. */
  id: string
  state: RowState
  /** Whether somebody has to answer it. */
  open: boolean
  /** In the source as it is now; null where it isn’t in it. */
  source: number | null
  /** The source as this was confirmed against it; null where it never was. */
  was: Confirmed | null
  targets: readonly number[]
  /** What is kept of it as it stands. */
  confirmation: Confirmation | null
}

export interface NamedSide {
  lang: Language
  segments: readonly NamedSegment[]
}

export interface Sides {
  /** The source as the whole translation was made from it; null where that isn’t to be had: then as it is now. */
  made: NamedSide | null
  now: NamedSide
  target: NamedSide
  confirmations: readonly Confirmation[]
  /** Whether somebody has stood by the whole text: what wasn’t asked about singly is confirmed with it. */
  whole: boolean
}

interface Was extends Confirmed {
  name: string | null
}

interface Draft {
  change: SegmentChange
  was: Was | null
  name: string | null
  now: SegmentPrint | null
  targets: number[]
}

/**
 * A translation beside its source, in the order of the source now; what is gone from it stands where it was, what the
 * translation alone has behind what it stands behind. Every segment of the source now and of the translation is in one row.
 */
export function translationRows(sides: Sides): Row[] {
  const { now, target, confirmations } = sides
  const drafts = draftsOf(sides)
  const taken = pairNamed(drafts, target)
  pairConfirmed(drafts, sides, taken)
  pairAlike(drafts, sides, taken)
  const prints = target.segments.map((segment) => printOf(segment).exact)
  const left = [...confirmations]
  const rows = drafts.flatMap((draft): Omit<Row, 'id'>[] => {
    if (draft.now === null && draft.targets.length === 0) return []
    const rendered = draft.targets.map((place) => prints[place] ?? '')
    const confirmation = takeFrom(left, draft, rendered)
    const { state, open } = stateOf(draft, confirmation, rendered, sides.whole)
    const { was, targets, change } = draft
    return [{ state, open, source: change.now, was, targets, confirmation }]
  })
  return numbered(withAdded(rows, target), now)
}

/** Rows without their targets. */
function draftsOf({ made, now, confirmations }: Sides): Draft[] {
  const was = wasOf(made ?? now, confirmations)
  const drafts = confirmedChanges(was, now.segments.map(confirmed), now.lang).map(
    (change): Draft => {
      const before = change.was === null ? null : (was[change.was] ?? null)
      const segment = change.now === null ? undefined : now.segments[change.now]
      return {
        change,
        was: before,
        name: segment ? segment.name : (before?.name ?? null),
        now: segment ? printOf(segment) : null,
        targets: [],
      }
    },
  )
  // A headline in wholly other words is still the headline.
  return drafts.flatMap((draft) => {
    const twin = (one: Draft) => one !== draft && one.name !== null && one.name === draft.name
    if (draft.change.kind === 'vanished') return drafts.some(twin) ? [] : [draft]
    const before = draft.change.kind === 'new' ? drafts.find(twin) : undefined
    if (!before?.was || before.change.was === null || draft.change.now === null) return [draft]
    const change = { kind: 'changed', was: before.change.was, now: draft.change.now } as const
    return [{ ...draft, change, was: before.was }]
  })
}

/** The source as each of its segments was confirmed last: with the whole, or since then by itself. */
function wasOf({ segments, lang }: NamedSide, confirmations: readonly Confirmation[]): Was[] {
  const was = segments.map((segment): Was => ({ ...confirmed(segment), name: segment.name }))
  const known = new Set(was.map(({ plain }) => plain))
  const since = confirmations
    .filter(({ source }) => !known.has(source.plain))
    .map(({ source, text }): Confirmed => ({ ...source, text }))
  if (since.length === 0) return was
  const later = [...was]
  for (const change of confirmedChanges(was, since, lang)) {
    const one = change.now === null ? undefined : since[change.now]
    if (!one) continue
    const name = change.was === null ? null : (was[change.was]?.name ?? null)
    if (change.was === null) later.push({ ...one, name })
    else later[change.was] = { ...one, name }
  }
  return later
}

/** What has a name is rendered by what has the same. */
function pairNamed(drafts: readonly Draft[], { segments }: NamedSide): Set<number> {
  const taken = new Set<number>()
  for (const draft of drafts) {
    if (draft.name === null) continue
    const place = segments.findIndex(({ name }, index) => name === draft.name && !taken.has(index))
    if (place < 0) continue
    draft.targets = [place]
    taken.add(place)
  }
  return taken
}

const isOf = ({ source }: Confirmation, { was, now }: Draft): boolean =>
  source.plain === now?.plain || source.plain === was?.plain

/** What was saved or confirmed as a pair is one as long as both stand there, wherever. */
function pairConfirmed(
  drafts: readonly Draft[],
  { target, confirmations }: Sides,
  taken: Set<number>,
): void {
  const places = new Map<string, number[]>()
  for (const [place, segment] of target.segments.entries()) {
    if (segment.name !== null) continue
    const print = printOf(segment).exact
    places.set(print, [...(places.get(print) ?? []), place])
  }
  for (const confirmation of confirmations) {
    if (confirmation.targets.length === 0) continue
    const free = (draft: Draft) => draft.name === null && draft.targets.length === 0
    const draft = drafts.find((one) => free(one) && isOf(confirmation, one))
    const found = confirmation.targets.map((print) =>
      places.get(print)?.find((place) => !taken.has(place)),
    )
    if (!draft || found.some((place) => place === undefined)) continue
    draft.targets = found.filter((place) => place !== undefined)
    for (const place of draft.targets) taken.add(place)
  }
}

/** The rest of the body, by what source and translation have in common. */
function pairAlike(drafts: readonly Draft[], { now, target }: Sides, taken: Set<number>): void {
  const kindOf = (place: number | null) => now.segments[place ?? -1]?.kind ?? 'paragraph'
  const open = inOrderOfThen(drafts).filter(
    ({ name, targets }) => name === null && targets.length === 0,
  )
  const free = target.segments
    .map(({ name }, place) => ({ name, place }))
    .filter(({ name, place }) => name === null && !taken.has(place))
  if (open.length === 0 || free.length === 0) return
  const source = open.map(({ change, was }): Segment => {
    const text = was?.text ?? now.segments[change.now ?? -1]?.text ?? ''
    return { kind: kindOf(change.now), text }
  })
  const segments = free.flatMap(({ place }) => target.segments[place] ?? [])
  const pair = { source: { lang: now.lang, segments: source }, target: { ...target, segments } }
  for (const { sources, targets } of beadsOf({ ...pair, glossary: [] })) {
    // Of several segments that were merged the first has the passage.
    const draft = open[sources[0] ?? -1]
    if (!draft) continue
    draft.targets = targets.flatMap((one) => free[one]?.place ?? [])
    for (const place of draft.targets) taken.add(place)
  }
}

/** As the translation has them: in the order of the source then; what is new stands after what it follows now. */
function inOrderOfThen(drafts: readonly Draft[]): Draft[] {
  let after = -1
  return drafts
    .map((draft) => {
      const { was } = draft.change
      if (was !== null) after = was
      return { draft, after, isNew: was === null }
    })
    .toSorted((one, other) => one.after - other.after || Number(one.isNew) - Number(other.isNew))
    .map(({ draft }) => draft)
}

/** The confirmation that speaks of a row: one of what renders it now, if there is one. Each speaks of one row. */
function takeFrom(
  left: Confirmation[],
  draft: Draft,
  rendered: readonly string[],
): Confirmation | null {
  const speaks = (one: Confirmation) =>
    draft.now === null ? one.source.plain === draft.was?.plain : isOf(one, draft)
  const found =
    left.find((one) => speaks(one) && isSame(one.targets, rendered)) ?? left.find(speaks)
  if (!found) return null
  left.splice(left.indexOf(found), 1)
  return found
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((print, index) => print === other[index])

function stateOf(
  { change, now, targets }: Draft,
  confirmation: Confirmation | null,
  rendered: readonly string[],
  whole: boolean,
): Pick<Row, 'state' | 'open'> {
  const stands = confirmation !== null && isSame(confirmation.targets, rendered)
  if (change.kind === 'vanished') {
    const kept = stands && confirmation.kept === true
    return { state: kept ? 'added' : 'gone', open: !kept }
  }
  if (change.kind === 'new' || change.kind === 'changed') return { state: change.kind, open: true }
  const isOfNow = confirmation !== null && confirmation.source.plain === now?.plain
  const closed = isOfNow ? stands && confirmation.open !== true : whole
  if (targets.length === 0) return { state: 'untranslated', open: !closed }
  if (!closed) return { state: 'unconfirmed', open: true }
  return { state: change.kind === 'moved' ? 'moved' : 'current', open: false }
}

/** What the translation alone has stands behind what it stands behind there. */
function withAdded(rows: readonly Omit<Row, 'id'>[], { segments }: NamedSide): Omit<Row, 'id'>[] {
  const all = rows.filter(({ state }) => state !== 'added')
  const taken = new Set(rows.flatMap(({ targets }) => targets))
  const kept = rows.filter(({ state }) => state === 'added')
  const alone = [...segments.keys()]
    .filter((place) => !taken.has(place))
    .map((place): Omit<Row, 'id'> => {
      const row = { source: null, was: null, targets: [place], confirmation: null }
      return { ...row, state: 'added', open: false }
    })
  const placeOf = ({ targets }: Omit<Row, 'id'>) => targets[0] ?? 0
  for (const row of [...kept, ...alone].toSorted((one, other) => placeOf(one) - placeOf(other))) {
    const after = all.findLastIndex(({ targets }) => targets.includes(placeOf(row) - 1))
    all.splice(after < 0 ? all.length : after + 1, 0, row)
  }
  return all
}

/** Of segments that say the same, each has its number. */
function numbered(rows: readonly Omit<Row, 'id'>[], { segments }: NamedSide): Row[] {
  const met = new Map<string, number>()
  return rows.map((row) => {
    const segment = segments[row.source ?? -1]
    const print = segment ? printOf(segment).exact : (row.was?.exact ?? 'only')
    const times = (met.get(print) ?? 0) + 1
    met.set(print, times)
    return { ...row, id: times === 1 && print !== 'only' ? print : `${print}.${times}` }
  })
}

const isWord = /[\p{L}\p{N}]+/gu

/** Words of the source, and those of them that are seen to. */
export function progressOf(
  rows: readonly Row[],
  { segments }: NamedSide,
): {
  words: number
  confirmed: number
} {
  let [words, done] = [0, 0]
  for (const { source, open } of rows) {
    const count = segments[source ?? -1]?.text.match(isWord)?.length ?? 0
    words += count
    if (!open) done += count
  }
  return { words, confirmed: done }
}
