import { APIError } from 'payload'
import { z } from 'zod'
import { termDoc } from '../../desk/documents.ts'
import { languageTags } from '../../language/languages.ts'
import { nameOfTerm, type TermEntry } from '../../language/term-base.ts'
import { canonicalForm } from '../../workflow/content.ts'
import { dayOf } from '../../workflow/zoned-time.ts'
import type { Importer } from '../payload-desk.ts'
import type { ReadTerm } from './entry.ts'

/**
 * What becomes of a term in a file. `there`: it is here already, and says the same; `differs`: it is here with other
 * words, which stay as they are.
 */
export type TermOutcome = 'made' | 'there' | 'differs' | 'refused'

export interface TermReport {
  at: string
  name: string
  outcome: TermOutcome
  /** Of the term on the desk; null where there is none. */
  id: string | null
  problems: string[]
}

export interface TermsReport extends Record<TermOutcome, number> {
  entries: TermReport[]
}

/** Languages of the mission, which decide what `no` means. */
export async function missionLanguages({ payload }: Pick<Importer, 'payload'>): Promise<string[]> {
  const { languages } = z
    .object({ languages: z.array(z.string()).nullish() })
    .parse(await payload.findGlobal({ slug: 'mission', depth: 0 }))
  return languages && languages.length > 0 ? languages : [...languageTags]
}

/**
 * Makes drafts of what isn't here yet, one after the other: a term that has a form to write in common with one of the
 * desk is that term. Nothing that is here is changed. With `check` nothing is made. `from`: name of the file.
 */
export async function importTerms(
  importer: Importer,
  terms: readonly ReadTerm[],
  { check, from }: { check: boolean; from: string },
): Promise<TermsReport> {
  const known = await knownTerms(importer)
  const entries: TermReport[] = []
  for (const { at, entry, problems, unfit } of terms) {
    const told = { at, name: nameOfTerm(entry), problems }
    const there = unfit ? undefined : known.find(entry)
    if (unfit) entries.push({ ...told, outcome: 'refused', id: null })
    else if (there) {
      const same = canonicalForm(there.entry) === canonicalForm(entry)
      entries.push({ ...told, outcome: same ? 'there' : 'differs', id: there.id })
    } else {
      const id = check ? '' : await makeTerm(importer, entry, from)
      known.add({ id, entry })
      entries.push({ ...told, outcome: 'made', id: id || null })
    }
  }
  const count = (outcome: TermOutcome) => entries.filter((one) => one.outcome === outcome).length
  return {
    made: count('made'),
    there: count('there'),
    differs: count('differs'),
    refused: count('refused'),
    entries,
  }
}

interface Known {
  id: string
  entry: TermEntry
}

const keysOf = ({ forms }: TermEntry) =>
  forms
    .filter(({ form }) => form !== '')
    .map(({ language, form }) => `${language} ${form.normalize('NFC')}`)

/** What the desk has, by what is to be written in each language. */
async function knownTerms({ payload }: Importer) {
  const { docs } = await payload.db.find({ collection: 'terms', limit: 0, pagination: false })
  const byForm = new Map<string, Known>()
  const add = (one: Known): void => {
    for (const key of keysOf(one.entry)) if (!byForm.has(key)) byForm.set(key, one)
  }
  for (const row of docs) add(entryOf(row))
  return {
    add,
    find: (entry: TermEntry): Known | undefined =>
      keysOf(entry)
        .map((key) => byForm.get(key))
        .find((one) => one !== undefined),
  }
}

function entryOf(row: unknown): Known {
  const { id, kind, forms, note, source, validFrom, validUntil } = termDoc.parse(row)
  const days = { validFrom: dayOf(validFrom), validUntil: dayOf(validUntil) }
  return { id, entry: { kind, forms, note, source, ...days } }
}

/** As pickers of days store them. */
const noon = (day: string | null) => (day === null ? null : `${day}T12:00:00.000Z`)

/** As the person, so that every rule of the desk applies. The timeline says which file it came with. */
async function makeTerm(
  { payload, user, i18n }: Importer,
  entry: TermEntry,
  from: string,
): Promise<string> {
  const doc = await payload.create({
    collection: 'terms',
    data: {
      ...entry,
      validFrom: noon(entry.validFrom),
      validUntil: noon(entry.validUntil),
    } as never,
    depth: 0,
    user,
    overrideAccess: false,
    context: { startedFrom: from },
    ...(i18n ? { req: { i18n } } : {}),
  })
  return z.object({ id: z.string() }).parse(doc).id
}

/** So that a request is answered before anybody in between gives up. */
export const mostTerms = 1_000

export function refuseMany(terms: readonly ReadTerm[]): void {
  if (terms.length === 0) throw new APIError('There is no term in the file.', 422)
  if (terms.length > mostTerms)
    throw new APIError(
      `There are ${terms.length} terms in the file, and ${mostTerms} at most are taken at once. Send it in parts.`,
      422,
    )
}
