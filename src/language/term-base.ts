import type { Term } from './fidelity/pair.ts'
import { isLanguage, type Language } from './languages.ts'

/** Names, titles and phrases as the mission writes them in each language. */

export const termKinds = ['person', 'office', 'body', 'place', 'treaty', 'phrase'] as const
export type TermKind = (typeof termKinds)[number]

/** How a term is called in one language. */
export interface TermForms {
  language: string
  /** The one to write; empty where a language has only forms that must not be used. */
  form: string
  /** Right as well: a short form, an older spelling. */
  also: readonly string[]
  forbidden: readonly string[]
}

/** A term with everything that is known of it. Days: `YYYY-MM-DD`, both included; null: without an end. */
export interface TermEntry {
  kind: TermKind
  forms: readonly TermForms[]
  note: string
  source: string
  validFrom: string | null
  validUntil: string | null
}

/** What a term is called in lists: by the first form that there is. */
export function nameOfTerm({ forms }: Pick<TermEntry, 'forms'>): string {
  const all = forms.flatMap(({ form, also, forbidden }) => [form, ...also, ...forbidden])
  return all.find((form) => form !== '') ?? ''
}

/** Whether a term is to be kept to on a day. An office holder's ends with the office. */
export function isInForce({ validFrom, validUntil }: TermEntry, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil)
}

/** The terms in force on a day, in these languages only, as the checks of a pair take them. */
export function glossaryOn(
  entries: readonly TermEntry[],
  languages: readonly Language[],
  day: string,
): Term[] {
  return entries
    .filter((entry) => isInForce(entry, day))
    .map(({ forms }): Term => {
      const own = forms.flatMap(({ language, ...rest }) =>
        isLanguage(language) && languages.includes(language) ? [{ language, ...rest }] : [],
      )
      const listed = (of: 'also' | 'forbidden') =>
        Object.fromEntries(
          own.filter((one) => one[of].length > 0).map((one) => [one.language, one[of]]),
        )
      return {
        term: Object.fromEntries(
          own.filter(({ form }) => form !== '').map(({ language, form }) => [language, form]),
        ),
        also: listed('also'),
        forbidden: listed('forbidden'),
      }
    })
    .filter(
      ({ term, forbidden }) =>
        Object.keys(term).length > 1 || Object.keys(forbidden ?? {}).length > 0,
    )
}

/** What contradicts itself: a language that stands there twice, or a form that is right and forbidden in one. */
export function contradictionsIn(forms: readonly TermForms[]): string[] {
  const seen = new Set<string>()
  return forms.flatMap(({ language, form, also, forbidden }) => {
    const twice = seen.has(language) ? [language] : []
    seen.add(language)
    return [...twice, ...forbidden.filter((one) => one === form || also.includes(one))]
  })
}

const longestForm = 200

/** Whether something can be a form: words in one line, without white space around them. */
export function isForm(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= longestForm &&
    value.trim() === value &&
    /[^\p{Z}\p{C}]/u.test(value) &&
    !/[\p{Cc}\u2028\u2029]/u.test(value)
  )
}
