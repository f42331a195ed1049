import { isLanguage, type Language } from '../language/languages.ts'

/** Codes of a language that has others beneath it, or had another code before. */
const others: Readonly<Record<string, readonly Language[]>> = {
  no: ['nb', 'nn'],
  nor: ['nb', 'nn'],
  nob: ['nb'],
  nno: ['nn'],
  eng: ['en'],
  dan: ['da'],
  swe: ['sv'],
  deu: ['de'],
  ger: ['de'],
  fra: ['fr'],
  fre: ['fr'],
  spa: ['es'],
  kaz: ['kk'],
  rus: ['ru'],
  ukr: ['uk'],
  ara: ['ar'],
}

/**
 * The language of this desk that a tag means, or null: `nb-NO` → nb, `kk-Cyrl-KZ` → kk, `no` → nb, or nn where the
 * mission writes nn and not nb. Region and script don't make another language.
 */
export function matchLanguage(tag: string, mission: readonly string[]): Language | null {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0] ?? ''
  if (isLanguage(primary)) return primary
  const candidates = Object.hasOwn(others, primary) ? (others[primary] ?? []) : []
  return candidates.find((one) => mission.includes(one)) ?? candidates[0] ?? null
}
