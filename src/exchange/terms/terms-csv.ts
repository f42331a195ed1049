import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { languageTags } from '../../language/languages.ts'
import { type TermEntry, type TermForms, termKinds } from '../../language/term-base.ts'
import { csv, wordsOfCell } from '../../syndication/csv.ts'
import type { TermToWrite } from '../../syndication/tbx.ts'
import { UnreadableFile } from '../file-text.ts'
import { matchLanguage } from '../language.ts'
import { dayIn, fitted, type ReadTerm, unknownLanguage } from './entry.ts'
import { joined } from './tbx-read.ts'

/**
 * Terms as a table: one line a term, for each language a column of what to write (`nb`), what is right as well
 * (`nb also`) and what never to write (`nb never`). Several forms of a cell stand in lines of their own.
 */

const about = ['kind', 'note', 'source', 'valid from', 'valid until'] as const
type About = (typeof about)[number]

/** With a byte order mark, without which spreadsheet programs take it for another encoding. */
export function termsCsv(terms: readonly TermToWrite[]): string {
  const languages = languageTags.filter((tag) =>
    terms.some(({ forms }) => forms.some(({ language }) => language === tag)),
  )
  const header = [...about, ...languages.flatMap((tag) => [tag, `${tag} also`, `${tag} never`])]
  const rows = terms.map(({ kind, note, source, validFrom, validUntil, forms }) => [
    kind,
    note,
    source,
    validFrom ?? '',
    validUntil ?? '',
    ...languages.flatMap((tag) => {
      const own = forms.find(({ language }) => language === tag)
      return [own?.form ?? '', (own?.also ?? []).join('\n'), (own?.forbidden ?? []).join('\n')]
    }),
  ])
  return `\uFEFF${csv([header, ...rows])}`
}

const table = z.array(z.array(z.string()))

/** Spreadsheet programs of half of Europe part cells by semicolons. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1)
  const count = (sign: string): number => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function rowsOf(text: string): string[][] {
  try {
    const options = { delimiter: delimiterOf(text), bom: true, skip_empty_lines: true }
    return table.parse(parse(text, options))
  } catch (error) {
    if (error instanceof CsvError)
      throw new UnreadableFile(`This is no table that can be read: ${error.message}.`)
    throw error
  }
}

type Column = About | { language: string; of: 'form' | 'also' | 'forbidden' } | null

const ofLanguage = /^([a-z]{2,3}(?:[-_][a-z0-9]{1,8})*)(?: (also|never))?$/

function columnOf(heading: string, mission: readonly string[]): Column {
  const name = heading.trim().toLowerCase()
  const known = about.find((one) => one === name)
  if (known) return known
  const [, tag = '', of] = ofLanguage.exec(name) ?? []
  const language = tag === '' ? null : matchLanguage(tag, mission)
  if (!language) return null
  return { language, of: of === 'also' ? 'also' : of === 'never' ? 'forbidden' : 'form' }
}

const empty = (language: string): TermForms => ({ language, form: '', also: [], forbidden: [] })

/** Throws `UnreadableFile`. */
export function readTermsCsv(text: string, mission: readonly string[] = languageTags): ReadTerm[] {
  const [header, ...rows] = rowsOf(text)
  const columns = (header ?? []).map((heading) => columnOf(heading, mission))
  if (!columns.some((column) => column !== null && typeof column === 'object'))
    throw new UnreadableFile(
      'No column of the first line is a language. Name them as in “kind,en,nb,nb also,nb never,note,source,valid from,valid until”.',
    )
  const strange = (header ?? [])
    .filter((_, index) => columns[index] === null)
    .map((name) => (ofLanguage.test(name) ? unknownLanguage(name) : `“${name}” is no column.`))
  return rows.map((row, index) => {
    const { entry, problems } = entryOf(row.map(wordsOfCell), columns)
    // What is wrong with the whole table is said once.
    return fitted(`row ${index + 2}`, entry, index === 0 ? [...problems, ...strange] : problems)
  })
}

function entryOf(
  cells: readonly string[],
  columns: readonly Column[],
): { entry: TermEntry; problems: string[] } {
  const said = new Map<About, string>()
  const forms: TermForms[] = []
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? ''
    if (cell === '' || column === null) continue
    if (typeof column === 'string') said.set(column, cell)
    else {
      const all = cell.split(/\r?\n/).map((one) => one.trim())
      const own = column.of === 'form' ? cell : all.filter((one) => one !== '')
      forms.push({ ...empty(column.language), [column.of]: own })
    }
  }
  const kind = termKinds.find((one) => one === said.get('kind'))
  const day = (name: About) => dayIn(said.get(name) ?? '')
  const wrong = (['valid from', 'valid until'] as const).filter(
    (name) => said.has(name) && !day(name),
  )
  return {
    entry: {
      kind: kind ?? 'phrase',
      forms: joined(forms),
      note: said.get('note') ?? '',
      source: said.get('source') ?? '',
      validFrom: day('valid from'),
      validUntil: day('valid until'),
    },
    problems: [
      ...(said.has('kind') && !kind
        ? [`“${said.get('kind')}” is no kind, so it is a phrase. Kinds: ${termKinds.join(', ')}.`]
        : []),
      ...wrong.map((name) => `“${said.get(name)}” (${name}) is no day as in 2026-11-27.`),
    ],
  }
}
