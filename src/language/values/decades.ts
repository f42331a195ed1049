import { free, isDash, type Reading, spanOf, take } from './reading.ts'
import type { Weight } from './value.ts'
import { wordNumberAt } from './word-numbers.ts'

/** 1990s, 90-tallet, années 1990, 1990-е годы, nineties. */
export function readDecades(reading: Reading): void {
  for (let index = 0; index < reading.tokens.length; index++) {
    const token = free(reading, index)
    if (token?.kind === 'digits') readDigits(reading, index)
    else if (token?.kind === 'word') readWord(reading, index)
  }
}

function readDigits(reading: Reading, at: number): void {
  const { tokens, lexicon } = reading
  const digits = tokens[at]?.key ?? ''
  const from = Number(digits)
  if (!/^([2-9]0|[1-9]00|1\d\d0|20\d0)$/.test(digits)) return
  const before = precededBy(reading, at)
  const after = before === null ? followedBy(reading, at) : null
  if (before === null && after === null) return
  const weight = ages.test(tokens[at - 1]?.key ?? '') ? 'faint' : 'firm'
  const century = lexicon.table.decade.centuries && from >= 100 && from % 100 === 0
  push(reading, before ?? at, after ?? at + 1, from, century ? from / 100 + 1 : null, weight)
}

/** In his 40s is an age. */
const ages = /^(his|her|their|your|my|our)$/

/** années 1990, década de 1990 */
function precededBy(reading: Reading, at: number): number | null {
  const { tokens, lexicon } = reading
  const word = lexicon.calendar.of.has(tokens[at - 1]?.key ?? '') ? at - 2 : at - 1
  if (!lexicon.decade.before.has(tokens[word]?.key ?? '')) return null
  // Spanish `los dos años 2030 y 2031` would be years; the plural with one round year is a decade.
  return word
}

function followedBy(reading: Reading, at: number): number | null {
  const { tokens, lexicon } = reading
  let index = at + 1
  while (
    index < at + 3 &&
    tokens[index]?.gap === '' &&
    (isDash(tokens[index]) || /^['’]$/.test(tokens[index]?.text ?? ''))
  )
    index++
  const word = tokens[index]
  const near = word?.gap === '' || (lexicon.lang === 'kk' && word?.gap === ' ')
  if (!word || !near || !lexicon.decade.after.get(word.key)) return null
  if (index === at + 1 && word.gap === '' && lexicon.lang === 'en' && word.key !== 's') return null
  const slavic = lexicon.lang === 'ru' || lexicon.lang === 'uk'
  // 20-е заседание is the twentieth; 90-е годы are the nineties.
  const years = tokens[index + 1] && /^(год|рок|рр|гг)/.test(tokens[index + 1]?.key ?? '')
  if (slavic && (tokens[at]?.key.length ?? 0) < 4 && !years) return null
  const german = lexicon.lang === 'de' && (tokens[index + 1]?.key ?? '').startsWith('jahr')
  return (slavic && years) || german ? index + 2 : index + 1
}

function readWord(reading: Reading, at: number): void {
  const { tokens, lexicon } = reading
  const word = tokens[at]
  if (!word) return
  const inOne = lexicon.decade.words.get(word.key)
  if (inOne !== undefined && isDecadeWord(reading, at)) {
    push(reading, at, at + 1, inOne, null, 'soft')
    return
  }
  if (!lexicon.decade.before.has(word.key)) return
  const number = wordNumberAt(tokens, at + 1, lexicon)
  if (number && number.value >= 20 && number.value < 100 && number.value % 10 === 0)
    push(reading, at, number.end, number.value, null, 'soft')
}

/** Where the word is also a number (девяностых, тоқсаныншы), years must follow. */
function isDecadeWord({ tokens, lexicon }: Reading, at: number): boolean {
  if (lexicon.lang === 'fr' || lexicon.lang === 'es') return false
  if (!lexicon.atoms.has(tokens[at]?.key ?? '')) return true
  return /^(год|рок|жылдар)/.test(tokens[at + 1]?.key ?? '')
}

function push(
  reading: Reading,
  start: number,
  end: number,
  from: number,
  century: number | null,
  weight: Weight,
): void {
  reading.values.push({ kind: 'decade', weight, ...spanOf(reading, start, end), from, century })
  take(reading, start, end)
}
