import { compareTexts } from '../../language/comparison.ts'
import type { Piece } from '../../language/diff.ts'
import {
  chosenBody,
  isOpen,
  type Passage,
  passagesOf,
  type Side,
  suggestionFor,
} from '../../language/merge.ts'
import type { TextContent } from '../../workflow/content.ts'
import type { TextType } from '../../workflow/states.ts'
import { blocksIn, comparable, fieldsOf, type Values, writtenIn } from './form-text.ts'

/** Two forms of a text beside each other, for a person who decides what it is to say. */

/** One thing to decide: a field, or a passage of the body. */
export interface Choice {
  key: string
  field: string
  /** Of a passage: its number in the body, from 1. */
  number: number | null
  /** Place among the passages of the body. */
  passage: number | null
  pieces: readonly Piece[]
  /** Which side doesn't have it at all. */
  missing: Side | null
  suggested: Side | null
}

export interface Merge {
  type: TextType
  mine: Values
  theirs: Values
  passages: readonly Passage[]
  choices: readonly Choice[]
}

/** `mine`, `theirs`: the form's values; `shown`: what readers would see of each. `base`: what both were made from. */
export function mergeOf(
  type: TextType,
  values: { base: Values | null; mine: Values; theirs: Values },
  shown: { mine: TextContent; theirs: TextContent },
): Merge {
  const { base, mine, theirs } = values
  const comparison = compareTexts(shown.theirs, shown.mine)
  const fields = fieldsOf[type].flatMap((field): Choice[] => {
    const [own, other] = [comparable(mine[field]), comparable(theirs[field])]
    if (field === 'body' || JSON.stringify(own) === JSON.stringify(other)) return []
    const from = base && comparable(base[field])
    const suggested = base && suggestionFor({ base: [from], mine: [own], theirs: [other] })
    const words =
      comparison.fields.find((one) => one.field === field)?.words ?? unseen(field, other, own)
    return [
      { key: field, field, number: null, passage: null, pieces: words, missing: null, suggested },
    ]
  })
  const passages = passagesOf(
    { base: base && blocksIn(base.body), mine: shown.mine.body, theirs: shown.theirs.body },
    shown.mine.language,
  )
  const body = passages.flatMap((passage, index): Choice[] => {
    if (!isOpen(passage)) return []
    const { before, after, words: pieces, suggested } = passage
    const missing = after === null ? 'mine' : before === null ? 'theirs' : null
    const number = (after ?? before ?? 0) + 1
    return [
      { key: `body-${index}`, field: 'body', number, passage: index, pieces, missing, suggested },
    ]
  })
  return { type, mine, theirs, passages, choices: [...fields, ...body] }
}

/** Readers don't see until when it counts, and whoever chooses has to. */
function unseen(field: string, theirs: unknown, mine: unknown): Piece[] {
  if (field !== 'reviewBy' && field !== 'endsAt') return []
  const piece = (kind: Piece['kind'], value: unknown): Piece[] =>
    typeof value === 'string'
      ? [{ kind, text: field === 'reviewBy' ? value.slice(0, 10) : value }]
      : []
  return [...piece('removed', theirs), ...piece('added', mine)]
}

/** The values that the choices make. `chosen`: by key; what isn't named is mine. */
export function merged(
  { type, mine, theirs, passages, choices }: Merge,
  chosen: ReadonlyMap<string, Side>,
): Values {
  const sideOf = (key: string): Side => chosen.get(key) ?? 'mine'
  const differing = new Set(choices.map(({ field }) => field))
  return Object.fromEntries(
    fieldsOf[type].map((field) => {
      if (!differing.has(field)) return [field, theirs[field]]
      if (field === 'body') return [field, mergedBody()]
      return [field, sideOf(field) === 'mine' ? mine[field] : theirs[field]]
    }),
  )

  function mergedBody(): unknown {
    const sides = new Map(
      choices.flatMap(({ key, passage }) => (passage === null ? [] : [[passage, sideOf(key)]])),
    )
    const nodes = { mine: writtenIn(mine.body), theirs: writtenIn(theirs.body) }
    const children = chosenBody(passages, sides).flatMap(({ side, index }) => {
      const written = nodes[side][index]
      return written ? [written.node] : []
    })
    // The editor takes a text without any node for a broken one.
    if (children.length === 0) return null
    const frame = (mine.body ?? theirs.body) as { root: object }
    return { ...frame, root: { ...frame.root, children } }
  }
}
