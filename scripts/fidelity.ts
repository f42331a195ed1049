// Measures the checks of translations: how many seeded faults they find, and how often they warn in vain.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPair } from '../src/language/fidelity/check-pair.ts'
import { type Example, readCorpus } from './lib/corpus.ts'
import { measure } from './lib/measure.ts'
import { tablesOf } from './lib/measured-table.ts'

const usage = 'npm run fidelity -- [FOLDER or FILE] [--json]'
const words = process.argv.slice(2)
const [folder, ...more] = words.filter((word) => !word.startsWith('--'))
const json = words.includes('--json')
const unknown = words.find((word) => word.startsWith('--') && word !== '--json')
const own = path.join(path.dirname(fileURLToPath(import.meta.url)), '../tests/language')
const place = folder ?? own

function stop(problem: string): never {
  console.error(problem)
  process.exit(1)
}

if (unknown) stop(`There is no option ${unknown}. Usage: ${usage}`)
if (more.length > 0) stop(`Name one folder. Usage: ${usage}`)
if (!existsSync(place)) stop(`There is no folder ${place}. Usage: ${usage}`)
const corpus = readCorpus(place)
if (!corpus.ok) stop(corpus.problems.join('\n'))

/** Processor time: what else runs on the machine doesn't count. */
const clock = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
// Tables and patterns are made at first use.
for (const { pair } of corpus.examples.slice(0, 50)) checkPair(pair)

const measured = (examples: readonly Example[]) => measure(examples, checkPair, clock)
const { examples } = corpus
const heldOut = examples.filter((one) => one.heldOut)
if (json) {
  const { warnings: _all, missed: _missed, ...figures } = measured(heldOut)
  console.log(JSON.stringify({ ...measured(examples), heldOut: figures }))
} else {
  const rest = examples.filter((one) => !one.heldOut)
  const sets = [['texts', rest] as const, ['held out', heldOut] as const]
    .filter(([, some]) => some.length > 0)
    .map(([name, some]) => [name, measured(some)] as const)
  console.log(tablesOf(sets).join('\n'))
}
