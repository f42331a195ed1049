import type { Payload } from 'payload'
import { clockOf } from '../../desk/desk-clock.ts'
import { glossaryFor } from '../../desk/glossary.ts'
import { todayOf } from '../../desk/mission-facts.ts'
import { printOfWords } from '../../desk/proposals.ts'
import {
  isTagged,
  isTaggedIn,
  nameOf,
  type SegmentWork,
  segmentIn,
  wordsOfRow,
} from '../../desk/segment-work.ts'
import { shownTag } from '../../desk/segments.ts'
import { indexOf, lemmaOf, placesOf } from '../../language/fidelity/term-places.ts'
import { type TagPiece, tagPieces } from '../../language/tagged.ts'
import type { Row } from '../../language/translation-rows.ts'
import type { UnitToWrite, XliffToWrite } from '../../syndication/xliff.ts'

/** By which a file is known as one of this translation. */
export const originalOf = (translation: string): string => `communique:translation:${translation}`

/** A segment with what renders it, as the file was made of them: the prints of both. */
export const unitOf = (row: string, targets: readonly string[]): string =>
  `${row}-${printOfWords(targets)}`

/** A translation with all that its source has, in its order. What only the translation has stays at the desk. */
export async function xliffOf(payload: Payload, work: SegmentWork): Promise<XliffToWrite> {
  const { source, target, doc } = work
  const terms = await termsIn(payload, work)
  return {
    original: originalOf(doc.id),
    source: source.side.lang,
    target: target.side.lang,
    notes: [],
    units: work.rows.flatMap((row) => (row.source === null ? [] : unit(work, row, terms))),
  }
}

const states: Readonly<Partial<Record<Row['state'], UnitToWrite['state']>>> = {
  changed: 'changed',
  unconfirmed: 'open',
  new: 'open',
}

const pieces = (words: string, tagged: boolean): TagPiece[] =>
  tagged ? tagPieces(words) : [{ words }]

function unit(work: SegmentWork, row: Row, terms: Terms): UnitToWrite {
  const { source: text, targets, tags } = wordsOfRow(work, row)
  const segment = segmentIn(work.source, row.source)
  const was = row.state === 'changed' ? (row.was?.text ?? '') : ''
  return {
    id: unitOf(row.id, targets),
    kind: segment?.kind ?? 'paragraph',
    state: targets.length === 0 ? 'none' : (states[row.state] ?? 'confirmed'),
    locked: nameOf(work, row) === undefined,
    source: pieces(text, isTaggedIn(work.source, row.source)),
    targets: targets.map((words) => pieces(words, isTagged(work, row))),
    tags: new Map(tags.map(shownTag).map((tag) => [tag.number, tag])),
    terms: terms.get(row.source ?? -1) ?? [],
    notes: was === '' ? [] : [{ about: 'original-before', text: was }],
  }
}

type Terms = ReadonlyMap<number, UnitToWrite['terms']>

/** The terms in force that stand in each segment of the source. */
async function termsIn(payload: Payload, { source, target }: SegmentWork): Promise<Terms> {
  const [from, to] = [source.side.lang, target.side.lang]
  const today = await todayOf(payload, clockOf({ payload }))
  const index = indexOf(source.side)
  const found = new Map<number, UnitToWrite['terms']>()
  for (const { term, also } of await glossaryFor(payload, [from, to], today)) {
    const own = term[from]
    const other = term[to]
    if (!own || !other) continue
    const places = [own, ...(also?.[from] ?? [])].flatMap((form) =>
      placesOf(index, lemmaOf(form), 'lenient'),
    )
    for (const segment of new Set(places.map((place) => place.segment)))
      found.set(segment, [...(found.get(segment) ?? []), { source: own, target: other }])
  }
  return found
}
