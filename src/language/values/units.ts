import type { Lexicon } from './lexicon.ts'
import { phraseAt } from './phrases.ts'
import type { UnitCode } from './tables/table.ts'
import { words } from './lexicon.ts'
import type { Token } from './tokens.ts'
import type { Unit } from './value.ts'

export interface UnitAt {
  unit: Unit
  /** Index of the token behind it. */
  end: number
}

/** The same in every language. Letter case counts: MW is not mW. */
const abbreviations: ReadonlyMap<string, UnitCode> = new Map([
  ['lb', 'pound'],
  ['mph', 'mile'],
  ['km', 'kilometre'],
  ['cm', 'centimetre'],
  ['mm', 'millimetre'],
  ['m', 'metre'],
  ['ha', 'hectare'],
  ['kg', 'kilogram'],
  ['kW', 'kilowatt'],
  ['MW', 'megawatt'],
  ['GW', 'gigawatt'],
  ['TW', 'terawatt'],
  ['kWh', 'kilowatt-hour'],
  ['MWh', 'megawatt-hour'],
  ['GWh', 'gigawatt-hour'],
  ['TWh', 'terawatt-hour'],
  ['MB', 'megabyte'],
  ['GB', 'gigabyte'],
  ['TB', 'terabyte'],
])

export const currencySymbols: ReadonlyMap<string, readonly string[]> = new Map([
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD']],
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP']],
  ['¥', ['JPY', 'CNY']],
  ['₸', ['KZT']],
  ['₽', ['RUB']],
  ['₴', ['UAH']],
  ['₺', ['TRY']],
  ['₹', ['INR']],
  ['₩', ['KRW']],
])

export const currencyCodes: ReadonlySet<string> = new Set(
  'USD EUR GBP NOK DKK SEK ISK CHF KZT RUB UAH JPY CNY PLN TRY INR KRW CAD AUD NZD SGD HKD AED BRL CZK HUF RON BGN UZS KGS AZN GEL TJS MXN ZAR'.split(
    ' ',
  ),
)

const degreeCelsius = new Set(['c', 'с'])
const perHour = words('h t ч сағ год')
const durations: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'century',
])
/** Nationality or `of` between a number and its money. */
const mostBeforeMoney = 3

/** What is counted, if the tokens from an index say it: %, million euros, km². */
export function unitAt(tokens: readonly Token[], at: number, lexicon: Lexicon): UnitAt | null {
  const from = skipHyphen(tokens, at)
  return (
    shareAt(tokens, from, lexicon) ??
    measureAt(tokens, from, lexicon) ??
    moneyAt(tokens, from, lexicon)
  )
}

function skipHyphen(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  const next = tokens[at + 1]
  const hyphen = token && /^[-‑–]$/.test(token.text) && token.gap === ''
  return hyphen && next?.kind === 'word' && next.gap === '' ? at + 1 : at
}

function shareAt(tokens: readonly Token[], at: number, lexicon: Lexicon): UnitAt | null {
  const token = tokens[at]
  if (!token) return null
  const point = phraseAt(tokens, at, lexicon.percentPoint)
  if (point !== null && !isTooShort(token, lexicon))
    return { unit: { kind: 'point', codes: ['point'] }, end: point }
  if (token.text === '%' || token.text === '٪')
    return { unit: { kind: 'percent', codes: ['percent'] }, end: at + 1 }
  if (token.text === '‰') return { unit: { kind: 'permille', codes: ['permille'] }, end: at + 1 }
  const percent = phraseAt(tokens, at, lexicon.percent)
  return percent === null ? null : { unit: { kind: 'percent', codes: ['percent'] }, end: percent }
}

/** `points` alone are points of a game as well; only French and Spanish say so for percentages. */
function isTooShort(token: Token, lexicon: Lexicon): boolean {
  return lexicon.lang === 'en' && token.key === 'p' && token.gap.length > 1
}

function measureAt(tokens: readonly Token[], from: number, lexicon: Lexicon): UnitAt | null {
  const at = skipOf(tokens, from, lexicon)
  const token = tokens[at]
  if (!token) return null
  if (token.text === '°') {
    const next = tokens[at + 1]
    const celsius = next !== undefined && degreeCelsius.has(next.key)
    return measure(celsius ? 'celsius' : 'degree', celsius ? at + 2 : at + 1)
  }
  if (token.kind !== 'word') return null
  const before = lexicon.square.has(token.key) ? '2' : lexicon.cubic.has(token.key) ? '3' : ''
  if (before !== '') {
    const baseAt = tokens[at + 1]?.text === '.' ? at + 2 : at + 1
    const base = tokens[baseAt]
    const code = base ? codeOf(base, lexicon) : undefined
    if (code) return measure(`${code}${before}`, baseAt + 1)
  }
  const joined = joinedPower(token, lexicon)
  if (joined) return measure(joined, at + 1)
  const code = codeOf(token, lexicon)
  if (!code) return null
  if (code === 'degree') {
    const next = tokens[at + 1]
    const celsius = next !== undefined && (/^celsius|^цельси/.test(next.key) || next.key === 'c')
    return measure(celsius ? 'celsius' : code, celsius ? at + 2 : at + 1)
  }
  const isMile = (index: number) =>
    lexicon.units.get(tokens[index]?.key ?? '')?.endsWith('mile') ?? false
  const isNautical = (index: number) =>
    lexicon.units.get(tokens[index]?.key ?? '') === 'nautical-mile'
  if (code === 'nautical-mile') return measure(code, isMile(at + 1) ? at + 2 : at + 1)
  if (code === 'mile' && isNautical(at + 1)) return measure('nautical-mile', at + 2)
  const power = powerAfter(tokens, at + 1, lexicon)
  if (power) return measure(`${code}${power}`, at + 2)
  const hours = hoursBehind(tokens, at + 1, code, lexicon)
  if (hours !== null) return measure(`${code}-hour`, hours)
  const slash = tokens[at + 1]?.text === '/' && perHour.has(tokens[at + 2]?.key ?? '')
  if (slash && code === 'kilometre') return measure('kilometre-per-hour', at + 3)
  return measure(code, at + 1)
}

/** ТВт·ч, киловатт-час: watts times hours. The index behind them. */
function hoursBehind(
  tokens: readonly Token[],
  at: number,
  code: UnitCode,
  lexicon: Lexicon,
): number | null {
  if (!code.endsWith('watt') || !/^[·⋅∙•*-]$/.test(tokens[at]?.text ?? '')) return null
  const key = tokens[at + 1]?.key ?? ''
  return lexicon.units.get(key) === 'hour' || perHour.has(key) ? at + 2 : null
}

/** millions de tonnes, millions d'hectares: only between a scale and its unit */
function skipOf(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  if (
    tokens[at - 1]?.kind !== 'word' ||
    !lexicon.table.unitsAfterOf?.split(' ').includes(tokens[at]?.key ?? '')
  )
    return at
  return /^['’]$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1
}

function measure(code: string, end: number): UnitAt {
  return { unit: { kind: durations.has(code) ? 'duration' : 'measure', codes: [code] }, end }
}

function codeOf(token: Token, lexicon: Lexicon): UnitCode | undefined {
  return abbreviations.get(token.text) ?? lexicon.units.get(token.key)
}

/** kvadratkilometer, Kubikmeter */
function joinedPower(token: Token, lexicon: Lexicon): string | null {
  for (const [prefixes, power] of [
    [lexicon.square, '2'],
    [lexicon.cubic, '3'],
  ] as const)
    for (const prefix of prefixes)
      if (token.key.startsWith(prefix)) {
        const code = lexicon.units.get(token.key.slice(prefix.length))
        if (code) return `${code}${power}`
      }
  return null
}

function powerAfter(tokens: readonly Token[], at: number, lexicon: Lexicon): '2' | '3' | null {
  const next = tokens[at]
  if (!next) return null
  if (next.text === '²' || (next.gap === '' && next.key === '2')) return '2'
  if (next.text === '³' || (next.gap === '' && next.key === '3')) return '3'
  if (lexicon.lang !== 'fr' && lexicon.lang !== 'es') return null
  return lexicon.square.has(next.key) ? '2' : lexicon.cubic.has(next.key) ? '3' : null
}

function moneyAt(tokens: readonly Token[], at: number, lexicon: Lexicon): UnitAt | null {
  for (let index = at, skipped = 0; skipped <= mostBeforeMoney; index++) {
    const token = tokens[index]
    if (!token || token.gap.includes('\n')) return null
    const codes = moneyCodes(token, lexicon)
    if (codes) return moneyWithCountry(tokens, at, index, codes)
    const hyphen = token.text === '-' && token.gap === '' && tokens[index + 1]?.kind === 'word'
    const joint = hyphen || /^[.'’]$/.test(token.text)
    if (!joint && !lexicon.beforeMoney.has(token.key)) return null
    if (!joint) skipped++
    if (joint && index - at > 2 * mostBeforeMoney) return null
  }
  return null
}

/** All that a symbol, code or word can mean. */
export function moneyCodes(token: Token, lexicon: Lexicon): readonly string[] | undefined {
  if (token.kind === 'mark') return currencySymbols.get(token.text)
  if (token.kind !== 'word') return undefined
  if (currencyCodes.has(token.text)) return [token.text]
  return lexicon.money.get(token.key)
}

const countries: readonly (readonly [RegExp, string])[] = [
  [/^(norwegian|norsk|norweg|norvég|noruega|норвеж|норвез|норвег)/, 'NOK'],
  [/^(danish|dansk|dänisch|danois|danesa|датск|дансь|данськ|дани|дат)/, 'DKK'],
  [/^(swedish|svensk|schwed|suédois|sueca|шведс|швеци|швед)/, 'SEK'],
  [/^(islandsk|icelandic|isländ|islandais|islandesa|исланд|ісланд)/, 'ISK'],
  [/^(us$|u$|american|amerikan|américain|american|estadounidense|сша|америк|ақш)/, 'USD'],
  [/^(canadian|kanad|kanadi|canadisk|canadien|canadiense|канад)/, 'CAD'],
  [/^(australian|austral|австрал)/, 'AUD'],
]

const moneyUnit = (codes: readonly string[]): Unit => ({ kind: 'money', codes })

/** The country before or after the money tells which of them it is: Norwegian kroner, долларов США. */
function moneyWithCountry(
  tokens: readonly Token[],
  from: number,
  at: number,
  codes: readonly string[],
): UnitAt {
  const named = (index: number) => {
    const code = countries.find(([pattern]) => pattern.test(tokens[index]?.key ?? ''))?.[1]
    return code !== undefined && codes.includes(code) ? [code] : null
  }
  for (let index = from; index < at; index++) {
    const before = named(index)
    if (before) return { unit: moneyUnit(before), end: at + 1 }
  }
  const behind = tokens[at + 1]?.kind === 'word' ? named(at + 1) : null
  return behind ? { unit: moneyUnit(behind), end: at + 2 } : { unit: moneyUnit(codes), end: at + 1 }
}

/** Money before its number: € 5, USD 5, kr. 5, US$ 5. `start`: index of its first token. */
export function moneyBefore(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { unit: Unit; start: number } | null {
  let index = at - 1
  if (tokens[index]?.text === '.' && tokens[index]?.gap === '') index--
  const token = tokens[index]
  if (!token || tokens[at]?.gap.includes('\n')) return null
  const codes =
    token.kind === 'mark' || currencyCodes.has(token.text)
      ? moneyCodes(token, lexicon)
      : short(token, lexicon)
  if (!codes) return null
  const country = tokens[index - 1]
  const us = token.text === '$' && country !== undefined && /^(us|a|c)$/i.test(country.key)
  if (!us || token.gap !== '') return { unit: { kind: 'money', codes }, start: index }
  const code = { us: 'USD', a: 'AUD', c: 'CAD' }[country.key] ?? 'USD'
  return { unit: { kind: 'money', codes: [code] }, start: index - 1 }
}

const shortMoney = new Set(['kr', 'dkr', 'nkr', 'skr'])

function short(token: Token, lexicon: Lexicon): readonly string[] | undefined {
  return shortMoney.has(token.key) ? lexicon.money.get(token.key) : undefined
}
