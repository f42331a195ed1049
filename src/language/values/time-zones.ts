import { free, type Reading } from './reading.ts'
import { fold, type Token } from './tokens.ts'

/** Abbreviations, one for those that are the same. */
const codes: ReadonlyMap<string, string> = new Map([
  ['gmt', 'UTC'],
  ['utc', 'UTC'],
  ['cet', 'CET'],
  ['mez', 'CET'],
  ['cest', 'CEST'],
  ['mesz', 'CEST'],
  ['eet', 'EET'],
  ['eest', 'EEST'],
  ['msk', 'MSK'],
  ['мск', 'MSK'],
  ['bst', 'BST'],
  ['est', 'EST'],
  ['edt', 'EDT'],
  ['pst', 'PST'],
  ['pdt', 'PDT'],
])

/** Letters in capitals, since «est» is a French verb; only this one is mostly written small. */
const small = 'мск'

const central =
  /^(oslo|осло|norweg|norw|norsk|норвеж|норвез|норвег|copenhag|københavn|köpenhamn|kopenhag|stockholm|стокгольм|berlin|берлін|берлин|paris|parís|париж|brussel|brüssel|bruxelles|bruselas|bryssel|брюссел|luxemb|люксемб|sentraleuropeisk|centraleurop|mitteleurop|centraleuropeisk|dansk|svensk|swedish|danish|центральноевроп|центральноєвроп|central)/
const places: readonly (readonly [RegExp, string])[] = [
  [central, 'central Europe'],
  [/^(moscow|moskva|moskau|moscou|moscú|московск|москв|мәскеу|moskov)/, 'Moscow'],
  [/^(kyiv|kiev|kyjiv|kijev|kiew|київськ|києв|киевск|киев)/, 'Kyiv'],
  [/^(astana|астан|almaty|алматы|nur-sultan|kasakh|kazakh|казахстан|қазақстан)/, 'Astana'],
  [/^(london|лондон|londres|british|britisk)/, 'London'],
]
const time =
  /^(time|tid|tids|tidssone|tidszon|zeit|ortszeit|heure|hora|time|времени|время|часом|час|уақыты|уақытымен|уақыт|уақытында|normaltid)$/
/** Local time may be said for any. */
const local = /^(local|lokal|locale|lokale|ortszeit|местн|місцев|жергілікті|stedlig|heimleg)/
const joined = /^(oslo|lokal|sentraleuropeisk|centraleurop|mitteleurop)\p{L}*(tid|zeit)$/u

/** Places by their code, and the zones that they have in winter and summer. */
const zonesOf: Readonly<Record<string, readonly string[]>> = {
  'central Europe': ['CET', 'CEST', 'UTC+1', 'UTC+2'],
  Moscow: ['MSK', 'UTC+3'],
  Kyiv: ['EET', 'EEST', 'UTC+2', 'UTC+3'],
  Astana: ['UTC+5', 'UTC+6'],
  London: ['UTC', 'BST', 'UTC+0', 'UTC+1'],
}

const mostWords = 4

/** The zone that is named behind a time: CET, GMT+5, московское время. */
export function zoneAt(reading: Reading, from: number): { zone: string; end: number } | null {
  const { tokens } = reading
  const at = /^[(,]$/.test(tokens[from]?.text ?? '') ? from + 1 : from
  return codeAt(reading, at) ?? placeAt(tokens, at)
}

function codeAt(reading: Reading, at: number): { zone: string; end: number } | null {
  const { tokens } = reading
  const token = free(reading, at)
  if (!token || (token.text !== token.text.toUpperCase() && token.text !== small)) return null
  const zone = codes.get(token.key)
  if (zone === undefined) return null
  const sign = tokens[at + 1]
  const offset = tokens[at + 2]
  const shifted = sign && /^[+−-]$/.test(sign.text) && offset?.kind === 'digits' && sign.gap === ''
  return shifted
    ? { zone: `${zone}${sign.text.replace('−', '-')}${Number(offset.key)}`, end: at + 3 }
    : { zone, end: at + 1 }
}

/** A place and a word for time, in either order. */
function placeAt(tokens: readonly Token[], at: number): { zone: string; end: number } | null {
  let zone: string | null = null
  let isTime = false
  for (let index = at; index < at + mostWords; index++) {
    const token = tokens[index]
    if (token?.kind !== 'word' || token.gap.includes('\n')) break
    const key = fold(token.text)
    if (local.test(key)) return null
    zone ??= places.find(([pattern]) => pattern.test(key))?.[1] ?? null
    isTime ||= time.test(key) || joined.test(key)
    if (zone !== null && isTime) return { zone, end: index + 1 }
  }
  return null
}

const has = (place: string, zone: string): boolean => zonesOf[place]?.includes(zone) ?? false

/** Whether two zones can be the same. A city has one in winter and one in summer. */
export function sameZone(one: string, other: string): boolean {
  return one === other || has(one, other) || has(other, one)
}
