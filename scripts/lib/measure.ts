import type { CheckKey, Finding } from '../../src/language/fidelity/finding.ts'
import type { Pair } from '../../src/language/fidelity/pair.ts'
import { wordsOf } from '../../src/language/words.ts'
import type { Example, Fault } from './corpus.ts'

/** How many faults of a kind there are, and how many of them were found. */
export interface Recall {
  faults: number
  found: number
}

/** Warnings in good translations: each is a false alarm. `perThousand`: for 1,000 words of the target. */
export interface FalseWarnings {
  words: number
  warnings: number
  perThousand: number
  checks: Partial<Record<CheckKey, number>>
}

export interface Warning {
  pair: string
  segment: number
  check: CheckKey
  expected: string
  found: string
  /** What the corpus says of it: the seeded fault, something else in such a pair, or in a good one. */
  of: 'fault' | 'beside' | 'good'
}

export interface Measured {
  pairs: number
  all: Recall
  recall: Record<string, Recall>
  /** By the language of the target. */
  languages: Record<string, FalseWarnings>
  /** By both languages, such as en-nb. */
  directions: Record<string, FalseWarnings>
  total: FalseWarnings
  missed: { pair: string; kind: string; segment: number }[]
  warnings: Warning[]
  /** Milliseconds of processor time for 1,000 words of the target. */
  milliseconds: number
}

/** Kinds of faults that leave no segment to point at: the warning stands beside the gap. */
const gap = /missing|deleted|dropped|omitted|removed|merged/i

export function isFound({ kind, segment }: Fault, findings: readonly Finding[]): boolean {
  const reach = gap.test(kind) ? 1 : 0
  return findings.some((one) => Math.abs(one.segment - segment) <= reach)
}

function wordCount({ target }: Pair): number {
  return target.segments.reduce((sum, { text }) => sum + wordsOf(text).length, 0)
}

function add(
  to: Record<string, FalseWarnings>,
  key: string,
  words: number,
  found: readonly Finding[],
) {
  const row = (to[key] ??= { words: 0, warnings: 0, perThousand: 0, checks: {} })
  row.words += words
  row.warnings += found.length
  row.perThousand = row.words === 0 ? 0 : (row.warnings / row.words) * 1000
  for (const { check } of found) row.checks[check] = (row.checks[check] ?? 0) + 1
}

/** Runs the checks over examples and counts. `clock`: processor time in milliseconds. */
export function measure(
  examples: readonly Example[],
  checkPair: (pair: Pair) => Finding[],
  clock: () => number,
): Measured {
  const totals: Record<string, FalseWarnings> = {}
  const measured: Measured = {
    pairs: examples.length,
    all: { faults: 0, found: 0 },
    recall: {},
    languages: {},
    directions: {},
    total: { words: 0, warnings: 0, perThousand: 0, checks: {} },
    missed: [],
    warnings: [],
    milliseconds: 0,
  }
  let [spent, words] = [0, 0]
  for (const { id, pair, fault } of examples) {
    const began = clock()
    const findings = checkPair(pair)
    spent += clock() - began
    const size = wordCount(pair)
    words += size
    for (const { segment, check, expected, found } of findings) {
      const near = fault && isFound(fault, [{ segment } as Finding])
      const of = near ? 'fault' : fault ? 'beside' : 'good'
      measured.warnings.push({ pair: id, segment, check, expected, found, of })
    }
    if (fault) {
      const row = (measured.recall[fault.kind] ??= { faults: 0, found: 0 })
      const found = isFound(fault, findings)
      for (const one of [row, measured.all]) {
        one.faults++
        if (found) one.found++
      }
      if (!found) measured.missed.push({ pair: id, kind: fault.kind, segment: fault.segment })
      continue
    }
    add(measured.languages, pair.target.lang, size, findings)
    add(measured.directions, `${pair.source.lang}-${pair.target.lang}`, size, findings)
    add(totals, 'all', size, findings)
  }
  measured.total = totals['all'] ?? measured.total
  measured.milliseconds = words === 0 ? 0 : (spent / words) * 1000
  return measured
}
