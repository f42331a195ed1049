// Writes the corpora of words from the texts beside this file: good pairs, mistakes by hand, and mistakes by rule.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CorpusPair, pairsOf } from './pairs.ts'
import { readGlossary, readParallel, type Parallel } from './parallel.ts'
import { drawing, seeds } from './seeds.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** Every mistake that a rule can make, once into each language, from one of its sources in turn. */
function seeded(good: readonly CorpusPair[], parallel: Parallel, other: Parallel): CorpusPair[] {
  const languages = [...new Set(good.map(({ target }) => target.lang))]
  return languages.flatMap((lang) => {
    const into = good.filter(({ target }) => target.lang === lang)
    return Object.entries(seeds).flatMap(([kind, seed], index) => {
      const turns = into.map((_, turn) => into[(index + turn) % into.length])
      for (const line of turns) {
        if (!line) continue
        const draw = drawing(`${line.id} ${kind}`)
        const made = seed({ line, text: parallel, other, draw })
        if (made) return [{ ...made, id: `${line.id}-${kind.replaceAll(' ', '-')}` }]
      }
      return []
    })
  })
}

const read = (file: string) => {
  const text = readFileSync(file, 'utf8')
  return { parallel: readParallel(text), glossary: readGlossary(text) }
}

for (const set of ['words', 'words-held-out']) {
  const folder = join(here, 'texts', set)
  const files = readdirSync(folder).sort()
  for (const [index, file] of files.entries()) {
    const name = file.replace('.txt', '')
    const { parallel, glossary } = read(join(folder, file))
    // A paragraph of another text is taken from the next one; a single text has the first of the other set.
    const next = files[(index + 1) % files.length] ?? file
    const others =
      next === file ? join(here, 'texts', 'words', 'co-operation.txt') : join(folder, next)
    const { good, faults } = pairsOf(name, parallel, glossary)
    const byRule = seeded(good, parallel, read(others).parallel)
    for (const [kind, pairs] of [
      ['good', good],
      ['faults', [...faults, ...byRule]],
    ] as const) {
      mkdirSync(join(here, kind), { recursive: true })
      const lines = pairs.map((pair) => `${JSON.stringify(pair)}\n`).join('')
      writeFileSync(join(here, kind, `${set}-${name}.jsonl`), lines)
    }
  }
}
