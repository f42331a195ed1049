import type { Payload } from 'payload'
import { z } from 'zod'
import { isLanguage } from '../language/languages.ts'
import { type NamedSegment, namedSegmentsOf } from '../language/segments.ts'
import { type EditorState, inlineIn, isPlain, type Spot, spotsOf } from '../language/spots.ts'
import { type Tag, tagged } from '../language/tagged.ts'
import {
  type Confirmation,
  type NamedSide,
  type Row,
  translationRows,
} from '../language/translation-rows.ts'
import type { Block, TextContent } from '../workflow/content.ts'
import { textOrEdition } from './as-of.ts'
import { resolve, type Resolved } from './content.ts'
import { type DeskDoc, loadDoc, type TranslationDoc } from './documents.ts'
import { toLexical } from './lexical.ts'
import { sourceOf } from './situation.ts'

/** A translation and its source by segments, with where each stands. */

export interface Half {
  side: NamedSide
  body: EditorState
  spots: readonly Spot[]
  /** By place among the segments: the place among the spots, for what stands in the body. */
  spotOf: ReadonlyMap<number, number>
}

export interface SegmentWork {
  doc: TranslationDoc
  source: Half
  target: Half
  rows: Row[]
  /** What the translation says now. */
  resolved: Resolved
  /** Fingerprint of the source now. */
  fingerprint: string
  /** Whether the public reads the source. */
  live: boolean
  /** Whether what the source said when the translation was made is still to be had. */
  kept: boolean
  stale: boolean
}

const print = z.object({ exact: z.string(), plain: z.string() })
const confirmations = z.array(
  z.object({
    source: print,
    text: z.string(),
    targets: z.array(z.string()),
    open: z.boolean().optional(),
    kept: z.boolean().optional(),
  }),
)

export function confirmationsOf({ confirmed }: Pick<TranslationDoc, 'confirmed'>): Confirmation[] {
  return confirmations.parse(JSON.parse(confirmed === '' ? '[]' : confirmed))
}

/** What of a translation lies in its own form, by the name of its segment. */
export const ownFields = {
  headline: 'headline',
  dateline: 'datelinePlace',
  lead: 'lead',
} as const satisfies Record<string, keyof TranslationDoc>
export type OwnName = keyof typeof ownFields

export const isOwn = (name: string | null): name is OwnName | null =>
  name === null || Object.hasOwn(ownFields, name)

/** Null for what is no translation, has no release, or a language that nobody knows segments of. */
export async function segmentWorkOf(payload: Payload, doc: DeskDoc): Promise<SegmentWork | null> {
  if (doc.type !== 'translation' || !doc.release) return null
  const { fingerprint, live } = await sourceOf(payload, doc.release)
  const stale = doc.madeFrom !== fingerprint
  const [now, made, resolved] = await Promise.all([
    live ? textOrEdition(payload, doc.release, fingerprint) : onTheDesk(payload, doc.release),
    doc.madeFrom && stale ? textOrEdition(payload, doc.release, doc.madeFrom) : null,
    resolve(payload, doc),
  ])
  const { content } = resolved
  if (!now || content.type !== 'text') return null
  const source = halfOf(now, toLexical(now.body.filter(isWritten)))
  const target = halfOf(content, (doc.body as EditorState | null | undefined) ?? toLexical([]))
  if (!source || !target) return null
  const rows = translationRows({
    made: made && sideOf(made),
    now: source.side,
    target: target.side,
    confirmations: confirmationsOf(doc),
    // Whoever submitted it stood by all of it.
    whole: doc.submittedAt !== null || doc.edition > 0,
  })
  const kept = !stale || made !== null
  return { doc, source, target, rows, resolved, fingerprint, live, stale, kept }
}

async function onTheDesk(payload: Payload, release: string): Promise<TextContent | null> {
  const doc = await loadDoc(payload, 'release', release)
  if (!doc) return null
  const { content } = await resolve(payload, doc)
  return content.type === 'text' ? content : null
}

/** Standing paragraphs are none of the text’s own. */
const isWritten = (block: Block): boolean =>
  block.type !== 'paragraph' || block.standing === undefined

function sideOf(text: TextContent): NamedSide | null {
  return isLanguage(text.language) ? { lang: text.language, segments: namedSegmentsOf(text) } : null
}

function halfOf(text: TextContent, body: EditorState): Half | null {
  const side = sideOf(text)
  if (!side) return null
  const inBody = side.segments.flatMap(({ name }, place) => (name === null ? [place] : []))
  const spotOf = new Map(inBody.map((place, index) => [place, index]))
  return { side, body, spots: spotsOf(body), spotOf }
}

export function segmentIn({ side }: Half, place: number | null): NamedSegment | undefined {
  return place === null ? undefined : side.segments[place]
}

/** Its name, `null` within the body, `undefined` where it is nothing of this translation’s own. */
export function nameOf({ source, target }: SegmentWork, row: Row): OwnName | null | undefined {
  const segment = segmentIn(source, row.source) ?? segmentIn(target, row.targets[0] ?? null)
  return segment && isOwn(segment.name) ? segment.name : undefined
}

/** Whether numbered tags may stand in what renders a row. */
export function isTagged({ source, target }: SegmentWork, row: Row): boolean {
  const [place] = row.targets
  return place === undefined ? isTaggedIn(source, row.source) : isTaggedIn(target, place)
}

export function isTaggedIn({ spots, spotOf }: Half, place: number | null): boolean {
  const spot = place === null ? undefined : spots[spotOf.get(place) ?? -1]
  return spot !== undefined && !isPlain(spot)
}

/** What a row says on both sides, with the tags that both share. */
export interface RowWords {
  source: string
  targets: string[]
  tags: Tag[]
}

export function wordsOfRow({ source, target }: SegmentWork, row: Row): RowWords {
  let tags: Tag[] = []
  const wordsIn = (half: Half, place: number | null): string => {
    const segment = segmentIn(half, place)
    const spot = place === null ? undefined : half.spots[half.spotOf.get(place) ?? -1]
    if (!segment || !spot || isPlain(spot)) return segment?.text ?? ''
    const found = tagged(inlineIn(spot.node), tags)
    tags = found.tags
    return found.text
  }
  const own = wordsIn(source, row.source)
  const targets = row.targets.map((place) => wordsIn(target, place))
  return { source: own, targets, tags }
}
