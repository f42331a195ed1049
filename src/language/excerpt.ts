/** Part of a passage, and whether it was asked for. */
export interface Piece {
  words: string
  hit: boolean
}

/** A place in UTF-16 units, `end` exclusive. */
interface Place {
  start: number
  end: number
}

/** A whole passage in pieces. `hits`: in their order, none within another. */
export function piecesOf(passage: string, hits: readonly Place[]): Piece[] {
  return piecesBetween(passage, hits, 0, passage.length)
}

/** Letters before the first hit, and in all. */
const before = 60
const longest = 240

/** The neighbourhood of the first hit, in pieces; without one, the beginning. */
export function excerptOf(passage: string, hits: readonly Place[]): Piece[] {
  const first = hits[0]?.start ?? 0
  const start = first <= before ? 0 : passage.lastIndexOf(' ', first - before) + 1
  const end = passage.length - start <= longest ? passage.length : start + longest
  return [
    ...(start > 0 ? [{ words: '… ', hit: false }] : []),
    ...piecesBetween(passage, hits, start, end),
    ...(end < passage.length ? [{ words: ' …', hit: false }] : []),
  ]
}

function piecesBetween(
  passage: string,
  hits: readonly Place[],
  start: number,
  end: number,
): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const hit of hits) {
    if (hit.end > end) break
    if (hit.start > at) pieces.push({ words: passage.slice(at, hit.start), hit: false })
    pieces.push({ words: passage.slice(hit.start, hit.end), hit: true })
    at = hit.end
  }
  if (at < end) pieces.push({ words: passage.slice(at, end), hit: false })
  return pieces
}
