import { diffArrays } from 'diff'

/** A stretch of words that stays, goes or comes. */
export interface Piece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Beyond so many changes two texts have nothing in common that a comparison could show. */
const mostChanges = 4000

/** Words, spaces and signs, one after the other, as the language separates them. Together they are the text. */
export function tokensOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

/**
 * The words of two texts compared, in one order to be read. What stays and goes is the first text to the letter, what
 * stays and comes the second.
 */
export function diffWords(before: string, after: string, language: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const changes = diffArrays(tokensOf(before, language), tokensOf(after, language), {
    maxEditLength: mostChanges,
  })
  const pieces = changes?.map(({ value, added, removed }): Piece => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }
  })
  return readable(
    pieces ?? [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ],
  )
}

/** Changed words with nothing but a space between them are one change, what goes before what comes. */
function readable(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed })
    if (added !== '') out.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [index, { kind, text }] of pieces.entries()) {
    const next = pieces[index + 1]
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (/^\s+$/.test(text) && removed !== '' && added !== '' && next) {
      removed += text
      added += text
    } else {
      flush()
      if (text !== '') out.push({ kind, text })
    }
  }
  flush()
  return out
}
