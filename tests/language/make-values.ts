// Writes the corpora of values from the texts beside this file.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pairsOf } from './pairs.ts'
import { readParallel } from './parallel.ts'

const here = dirname(fileURLToPath(import.meta.url))

for (const set of ['values', 'values-held-out']) {
  const folder = join(here, 'texts', set)
  const texts = readdirSync(folder).sort()
  for (const name of texts) {
    const parallel = readParallel(readFileSync(join(folder, name), 'utf8'))
    const { good, faults } = pairsOf(name.replace('.txt', ''), parallel)
    for (const [kind, pairs] of [
      ['good', good],
      ['faults', faults],
    ] as const) {
      mkdirSync(join(here, kind), { recursive: true })
      const file = join(here, kind, `${set}-${name.replace('.txt', '')}.jsonl`)
      writeFileSync(file, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(''))
    }
  }
}
