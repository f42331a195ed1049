import { readValues } from '@/language/values/read.ts'
import type { DateParts, NumberValue, Unit, Value } from '@/language/values/value.ts'
import type { Language } from '@/language/languages.ts'

/**
 * The values of a text in one line, for tables that people can proof-read: `250`, `#3` for an ordinal, `5000000 EUR`,
 * `2.5 %`, `2 pp`, `2026-03-03`, `--03-03` without a year, `14:30`, `02:30|14:30` where the half of the day isn't said,
 * `1990s`. `NOK?` is any krone. What only answers for others (both, twice, today) isn't shown.
 */
export function show(text: string, lang: Language): string {
  return readValues(text, lang)
    .filter(({ weight, kind }) => weight !== 'faint' || kind === 'weekday')
    .map(one)
    .join('; ')
}

function one(value: Value): string {
  switch (value.kind) {
    case 'number':
      return number(value)
    case 'date':
      return [date(value.own[0] ?? value.foreign[0]), value.weekday && `(${value.weekday})`]
        .filter(Boolean)
        .join(' ')
    case 'weekday':
      return `weekday ${value.weekday}`
    case 'time':
      return [value.minutes.map(clock).join('|'), value.zone].filter(Boolean).join(' ')
    case 'decade':
      return value.century === null ? `${value.from}s` : `${value.from}s/${value.century}th`
    case 'relative':
      return 'relative'
    default:
      return `${value.kind} ${value.address}`
  }
}

function number({ own, foreign, ordinal, unit }: NumberValue): string {
  const value = own[0] ?? `foreign ${foreign[0]}`
  return `${ordinal ? '#' : ''}${value}${unit ? ` ${unitName(unit)}` : ''}`
}

function unitName({ kind, codes }: Unit): string {
  const signs = { percent: '%', point: 'pp', permille: '‰' } as const
  if (kind === 'percent' || kind === 'point' || kind === 'permille') return signs[kind]
  return `${codes[0]}${codes.length > 1 ? '?' : ''}`
}

const two = (part: number | null | undefined) => String(part ?? 0).padStart(2, '0')

function date(parts: DateParts | undefined): string {
  return [parts?.year ?? '-', two(parts?.month), ...(parts?.day ? [two(parts.day)] : [])].join('-')
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
