import { isFormOf } from './inflection.ts'
import type { Language } from './languages.ts'

/** Unions and placeholders that CLDR lists among the regions. */
const noCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const codes = letters
  .flatMap((one) => letters.map((other) => one + other))
  .filter((code) => !noCountries.has(code))

interface Names {
  codes: ReadonlyMap<string, string>
  byStart: ReadonlyMap<string, readonly string[]>
}

const startOf = (name: string): string => name.slice(0, 4)

const known = new Map<Language, Names>()

/** Names of countries in a language as CLDR has them, in lower case. */
function namesIn(lang: Language): Names {
  const names = known.get(lang)
  if (names) return names
  const display = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' })
  const all = new Map<string, string>()
  const byStart = new Map<string, string[]>()
  for (const code of codes) {
    const name = display.of(code)?.toLowerCase()
    if (name === undefined || all.has(name)) continue
    all.set(name, code)
    const list = byStart.get(startOf(name))
    if (list) list.push(name)
    else byStart.set(startOf(name), [name])
  }
  const made = { codes: all, byStart }
  known.set(lang, made)
  return made
}

export function isRegion(name: string, lang: Language): boolean {
  return namesIn(lang).codes.has(name.toLowerCase())
}

/** The code of the country that a word names, in whatever form; null where it names none. `lower`: in lower case. */
export function regionOf(lower: string, lang: Language): string | null {
  const { codes: all, byStart } = namesIn(lang)
  const exact = all.get(lower)
  if (exact) return exact
  const name = (byStart.get(startOf(lower)) ?? []).find(
    (one) => !one.includes(' ') && isFormOf(lower, one, lang),
  )
  return name === undefined ? null : (all.get(name) ?? null)
}
