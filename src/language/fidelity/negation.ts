import { canDeny, denials, isAgainst } from '../negations.ts'
import { sentencesOf } from '../split-sentences.ts'
import { textOf } from './align.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import type { Pair, Passage, Side, Span } from './pair.ts'

interface Sentence extends Passage {
  text: string
}

function sentencesIn(side: Side, segments: readonly number[]): Sentence[] {
  return segments.flatMap((segment) => {
    const text = side.segments[segment]?.text ?? ''
    return sentencesOf(text).map(({ start, end }) => ({
      segment,
      start,
      end,
      text: text.slice(start, end),
    }))
  })
}

const joined = (sentences: readonly Sentence[]): string =>
  sentences.map(({ text }) => text).join(' ')

function finding(source: Sentence, denial: Span, target: Sentence): Finding {
  return {
    check: 'negation-lost',
    level: 'warning',
    segment: target.segment,
    source: {
      segment: source.segment,
      start: source.start + denial.start,
      end: source.start + denial.end,
    },
    target: { segment: target.segment, start: target.start, end: target.end },
    expected: source.text.slice(denial.start, denial.end).trim(),
    found: target.text,
  }
}

/** Sentence by sentence where both have as many; what may have moved to a neighbouring sentence isn't lost. */
function bySentence(
  sources: readonly Sentence[],
  targets: readonly Sentence[],
  { source: { lang: from }, target: { lang: to } }: Pair,
): Finding[] {
  const moved = (index: number): boolean => {
    const [source, target] = [sources[index], targets[index]]
    return Boolean(source && target && canDeny(target.text, to) && !canDeny(source.text, from))
  }
  return sources.flatMap((source, index) => {
    const target = targets[index]
    const [denial] = denials(source.text, from)
    if (!target || !denial) return []
    if (canDeny(target.text, to, !isAgainst(source.text, from))) return []
    return moved(index - 1) || moved(index + 1) ? [] : [finding(source, denial, target)]
  })
}

/** What the source plainly denies while nothing in the translation does. */
export const negationLost: Check = (pair, _alignment, beads) =>
  beads.flatMap((bead): Finding[] => {
    const from = pair.source.lang
    if (denials(textOf(pair.source.segments, bead.sources), from).length === 0) return []
    const sources = sentencesIn(pair.source, bead.sources)
    const targets = sentencesIn(pair.target, bead.targets)
    const [first] = targets
    if (!first) return []
    if (sources.length === targets.length) return bySentence(sources, targets, pair)
    const source = sources.find(({ text }) => denials(text, from).length > 0)
    const [denial] = source ? denials(source.text, from) : []
    if (!source || !denial) return []
    if (canDeny(joined(targets), pair.target.lang, !isAgainst(source.text, from))) return []
    return [finding(source, denial, first)]
  })
