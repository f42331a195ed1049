import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPair } from '@/language/fidelity/check-pair.ts'
import { readCorpus } from '../../../../scripts/lib/corpus.ts'
import { measure } from '../../../../scripts/lib/measure.ts'

const corpora = join(import.meta.dirname, '../../../language')

/** Every n-th pair is enough from day to day; `npm run fidelity` takes all. */
function measured(name: string, every = 1) {
  const corpus = readCorpus(join(corpora, name))
  if (!corpus.ok) throw new Error(corpus.problems.join('\n'))
  return measure(
    corpus.examples.filter((_, index) => index % every === 0),
    checkPair,
    () => 0,
  )
}

describe('a text in eleven languages', () => {
  it('translated well: no warning', () => {
    expect(measured('good/words-travel-advice.jsonl').warnings).toEqual([])
  })

  it('with one mistake in each translation: at least 95 of 100 are found', () => {
    const { all } = measured('faults/words-travel-advice.jsonl', 3)
    expect(all.faults).toBeGreaterThan(60)
    expect(all.found / all.faults).toBeGreaterThanOrEqual(0.95)
  })
})
