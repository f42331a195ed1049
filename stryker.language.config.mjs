// The languages' rules; their lists of words are data, which `npm run fidelity` judges. All of it takes hours:
//   npm run mutation -- stryker.language.config.mjs
//   MUTATION_SHARE=0.05 MUTATION_SEED=7 npm run mutation -- stryker.language.config.mjs      a twentieth, by lines
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const share = Number(process.env.MUTATION_SHARE ?? 1)
const data =
  /(values\/tables|fidelity\/sentences|common-words|inflection-tables|negation-words|\/lengths\.ts|\/languages\.ts)/

// A seeded row of numbers from 0 to 1 (mulberry32), so that a sample can be drawn again.
let state = Number(process.env.MUTATION_SEED ?? 1)
function chance() {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

/** Single lines of a file, where a share is wanted. @param {string} file */
const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((words, index) =>
      words.trim() !== '' && chance() < share
        ? [`${file}:${index + 1}:0-${index + 1}:${words.length}`]
        : [],
    )

const files = readdirSync('src/language', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => path.posix.join('src/language', name))
  .filter((name) => !data.test(name))
  .sort()

export default {
  $schema: './node_modules/@stryker-mutator/core/schema/stryker-schema.json',
  mutate: share < 1 ? files.flatMap(linesOf) : files,
  testRunner: 'vitest',
  vitest: {
    configFile: 'vitest.mutation.config.ts',
    dir: 'tests/unit/language',
    related: false,
  },
  coverageAnalysis: 'perTest',
  ignorePatterns: [
    '/*',
    '!/src',
    '!/tests',
    '!/collections',
    '!/tsconfig.json',
    '!/vitest.mutation.config.ts',
    '!/package.json',
  ],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false, logTests: false },
  jsonReporter: { fileName: 'reports/mutation/language.json' },
  concurrency: 1,
  thresholds: { high: 90, low: 85, break: 85 },
}
