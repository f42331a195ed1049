import type { CheckKey, Finding } from '../finding.ts'
import type { SegmentKind } from '../pair.ts'

/** What a desk language needs to say every finding. A missing sentence doesn't compile. */
export interface FidelityCatalogue {
  /** What a segment is: "the headline". */
  kinds: Record<SegmentKind, string>
  /** What is so, then what to do. */
  findings: Record<CheckKey, (finding: Finding) => string>
}

/** A segment can be a whole paragraph: a sentence shows the beginning of it. */
const most = 80

export function shortened(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most)} …`
}

/** The name of a language in another, its code where the runtime doesn't know it. */
export function languageName(code: string, inLanguage: string): string {
  return (
    new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'code' }).of(code) ?? code
  )
}
