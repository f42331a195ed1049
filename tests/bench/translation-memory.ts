// How long an earlier translation takes to be found among half a million pairs of segments.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Origin } from '../../src/desk/memory/keeping.ts'
import { openMemory } from '../../src/desk/memory/store.ts'

const count = Number(process.env.PAIRS ?? 500_000)
const questions = Number(process.env.QUESTIONS ?? 500)

/** The same numbers each time (mulberry32). */
let seed = 20_261_127
function random(): number {
  seed = (seed + 0x6d_2b_79_f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

const syllables =
  'ba be di do fa ga ki lo ma me ni no pa re ri sa se ta to va vi sol ter men'.split(' ')
const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One

/** Words as languages have them: the more often one is used, the shorter it tends to be (Zipf). */
function vocabulary(size: number, mark: string): string[] {
  return Array.from({ length: size }, (_, rank) => {
    const length = 1 + Math.floor(Math.log10(rank + 1) * 0.8 + random() * 2)
    return Array.from({ length }, () => pick(syllables)).join('') + (rank > 200 ? mark : '')
  })
}
const words = { nb: vocabulary(60_000, 'en'), en: vocabulary(60_000, 'ed') }

function word(language: 'nb' | 'en'): string {
  const list = words[language]
  return list[Math.floor(list.length ** random()) - 1] ?? list[0] ?? ''
}

/** From a headline of four words to a paragraph of sixty; one in eight says what an office always says. */
const always = {
  nb: Array.from({ length: 40 }, () => Array.from({ length: 8 }, () => word('nb'))),
  en: Array.from({ length: 40 }, () => Array.from({ length: 8 }, () => word('en'))),
}
function sentence(language: 'nb' | 'en'): string[] {
  const length = 4 + Math.floor(random() ** 2 * 56)
  const own = Array.from({ length }, () => word(language))
  return random() < 0.125 ? [...pick(always[language]), ...own] : own
}

/** As a corrected sentence differs from what it was: some words changed, left out or put in. */
function altered(own: readonly string[], share: number): string[] {
  const changed = [...own]
  for (let left = Math.round(own.length * share); left > 0; left--) {
    const at = Math.floor(random() * changed.length)
    const how = random()
    if (how < 0.6) changed[at] = word('nb')
    else if (how < 0.8) changed.splice(at, 1)
    else changed.splice(at, 0, word('nb'))
  }
  return changed
}

const quantile = (times: readonly number[], share: number): string =>
  `${(times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1)} ms`

const folder = mkdtempSync(path.join(tmpdir(), 'memory-'))
const file = path.join(folder, 'memory.db')
const memory = await openMemory(`file:${file}`)
const asked: string[][] = []
const began = performance.now()
for (let made = 0; made < count; ) {
  const origins: Origin[] = []
  for (let texts = 0; texts < 400 && made < count; texts++) {
    const pairs = Array.from({ length: Math.min(25, count - made) }, () => {
      const own = sentence('nb')
      if (random() < (2 * questions) / count) asked.push(own)
      return {
        source: { language: 'nb', text: `${own.join(' ')}.` },
        target: { language: 'en', text: `${sentence('en').join(' ')}.` },
      }
    })
    made += pairs.length
    const key = `t${made}`
    origins.push({ key, version: `e${made}`, kind: 'text', family: key, pairs })
  }
  await memory.keep(origins, [])
}
const seconds = (performance.now() - began) / 1000
console.log(
  `${count.toLocaleString('en')} pairs kept in ${seconds.toFixed(0)} s, ${(statSync(file).size / 1_000_000).toFixed(0)} MB`,
)

for (const [name, share] of [
  ['to the letter', 0],
  ['a tenth changed', 0.1],
  ['a quarter changed', 0.25],
  ['nothing like it', null],
] as const) {
  const times: number[] = []
  let found = 0
  for (const own of asked.slice(0, questions)) {
    const text = `${(share === null ? sentence('nb') : altered(own, share)).join(' ')}.`
    const start = performance.now()
    const matches = await memory.find({ source: 'nb', target: 'en', text, most: 5, hidden: [] })
    times.push(performance.now() - start)
    if (matches.some(({ source }) => source === `${own.join(' ')}.`)) found++
  }
  console.log(
    `${name}: p50 ${quantile(times, 0.5)}, p95 ${quantile(times, 0.95)}, most ${quantile(times, 1)}; found ${found} of ${times.length}`,
  )
}
memory.close()
rmSync(folder, { recursive: true, force: true })
