import { isForm, type TermEntry } from '../../language/term-base.ts'

/** A term as a file tells of it. */
export interface ReadTerm {
  /** By what the file calls it: an id, a line. */
  at: string
  entry: TermEntry
  /** What isn't taken over, in sentences; with `unfit` nothing is. */
  problems: string[]
  unfit: boolean
}

/** Kazakhstan's ministry, say, in a language that this desk doesn't write. */
export const unknownLanguage = (tag: string): string =>
  `The language “${tag}” isn’t one of this desk’s, so its forms are left out.`

const longest = { note: 2000, source: 500 } as const

/** Whether everything fits into a term of this desk; what doesn't is told, and nothing of the term is taken. */
export function fitted(at: string, entry: TermEntry, problems: readonly string[] = []): ReadTerm {
  const forms = entry.forms.filter(
    ({ form, also, forbidden }) => form !== '' || also.length > 0 || forbidden.length > 0,
  )
  const all = forms.flatMap(({ form, also, forbidden }) => [
    ...(form === '' ? [] : [form]),
    ...also,
    ...forbidden,
  ])
  const faults = [
    ...(all.length === 0 ? ['It has no form in a language of this desk.'] : []),
    ...all
      .filter((form) => !isForm(form))
      .map((form) => `“${form.slice(0, 60)}” is no form: one line, 200 characters at most.`),
    ...(['note', 'source'] as const)
      .filter((field) => entry[field].length > longest[field])
      .map((field) => `Its ${field} is longer than ${longest[field]} characters.`),
  ]
  return {
    at,
    entry: { ...entry, forms },
    problems: [...faults, ...problems],
    unfit: faults.length > 0,
  }
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** `YYYY-MM-DD`, or null. */
export function dayIn(text: string): string | null {
  return day.test(text) && !Number.isNaN(Date.parse(text)) && isSame(text) ? text : null
}

/** 30 February is read as 2 March. */
const isSame = (text: string): boolean => new Date(text).toISOString().slice(0, 10) === text
