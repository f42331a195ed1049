import { usualRatio } from '../lengths.ts'
import { type Quoted, quotedIn } from '../speech.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import type { Pair, Passage } from './pair.ts'
import { whole } from './passages.ts'

/** Fewer letters of speech can turn into reported speech without loss. */
const least = 40
const leastShortened = 60
/** Of the usual length of a quotation, the least share that a careful translation keeps. */
const leastShare = 0.6

function all(
  quoted: readonly Quoted[],
): Pick<Quoted, 'letters' | 'spoken' | 'open' | 'unmarked' | 'dashed'> {
  return {
    letters: quoted.reduce((sum, one) => sum + one.letters, 0),
    spoken: quoted.reduce((sum, one) => sum + one.spoken, 0),
    open: quoted.some(({ open }) => open),
    unmarked: quoted.some(({ unmarked }) => unmarked),
    dashed: quoted.some(({ dashed }) => dashed),
  }
}

const pick = (list: readonly Quoted[], indexes: readonly number[]) =>
  all(indexes.flatMap((index) => list[index] ?? []))

/** The first words of somebody that the bead's source quotes. */
function firstSpeech(pair: Pair, sources: readonly number[]): Passage | null {
  for (const segment of sources) {
    const found = pair.source.segments[segment]
    if (!found) continue
    const [first] = quotedIn(found).speech
    if (first) return { segment, start: first.start, end: first.end }
    if (found.kind === 'quote' || quotedIn(found).dashed) return whole(pair, 'source', segment)
  }
  return null
}

/** Speech of the source that the translation tells in its own words, or cuts. */
export const quotations: Check = (pair, _alignment, beads) => {
  const quotedOf = (side: 'source' | 'target') => pair[side].segments.map(quotedIn)
  const [sources, targets] = [quotedOf('source'), quotedOf('target')]
  const ratio = usualRatio(pair.source.lang, pair.target.lang)
  return beads.flatMap((bead): Finding[] => {
    const [target] = bead.targets
    if (target === undefined || bead.sources.length === 0) return []
    const said = pick(sources, bead.sources)
    if ((said.spoken < least && !said.dashed) || said.open) return []
    const there = pick(targets, bead.targets)
    if (there.open || (there.unmarked && !said.unmarked)) return []
    const lost = there.letters === 0
    // Where speech of a dash ends can't be told, nor how much of it is left.
    const share = there.letters / (said.spoken * ratio)
    const cut = !lost && said.spoken >= leastShortened && share < leastShare
    if (!lost && !cut) return []
    const source = firstSpeech(pair, bead.sources)
    return [
      {
        check: lost ? 'quotation-lost' : 'quotation-shortened',
        level: 'warning',
        segment: target,
        source,
        target: whole(pair, 'target', target),
        expected: source
          ? (pair.source.segments[source.segment]?.text.slice(source.start, source.end) ?? '')
          : '',
        found: '',
      },
    ]
  })
}
