import { APIError } from 'payload'
import { z } from 'zod'
import { fill, wordsOf } from '../admin/words/words.ts'
import { languageTags } from '../language/languages.ts'
import { isOpenAccount } from './accounts/credentials.ts'
import type { Reader } from './desk-lists.ts'
import { loadDoc } from './documents.ts'
import { languageIn } from './names.ts'
import { personOf } from './person.ts'
import { isHiddenFrom } from './restrictions.ts'
import { missing } from './rest.ts'
import { possibleIds } from './sound-parts.ts'

const most = 100

/** Who is to translate what, and until when. What isn't begun is begun. */
export const assignment = z.strictObject({
  cells: z
    .array(z.strictObject({ release: z.string().max(64), language: z.enum(languageTags) }))
    .min(1, 'at least one release and language')
    .max(most),
  /** Id of the account; null: nobody. Left out: as it was. */
  translator: z.string().max(64).nullable().optional(),
  /** `YYYY-MM-DD`, by the post's calendar; null: no day. Left out: as it was. */
  dueOn: z.iso.date().nullable().optional(),
})
export type Assignment = z.infer<typeof assignment>
type Cell = Assignment['cells'][number]

/** What became of one release and language. `message`: why not, in a sentence. */
export interface Assigned extends Cell {
  outcome: 'started' | 'assigned' | 'refused'
  /** Of the translation; null where there is none. */
  id: string | null
  message: string
}

/** Each by itself: one that is refused holds up no other. Throws an `APIError` when the translator can't be named. */
export async function assign(
  reader: Reader,
  { cells, translator, dueOn }: Assignment,
  language: string,
): Promise<Assigned[]> {
  const fields = {
    ...(translator === undefined ? {} : { translator }),
    // As Payload keeps a day: by noon it is the same one in all but a few zones.
    ...(dueOn === undefined ? {} : { dueOn: dueOn && `${dueOn}T12:00:00.000Z` }),
  }
  if (translator) await refuseUnfit(reader, translator, cells, language)
  const done: Assigned[] = []
  for (const cell of cells) done.push(await assignOne(reader, cell, fields))
  return done
}

/** Whoever is to translate has to be somebody who may, and who writes every one of these languages. */
async function refuseUnfit(
  { payload }: Reader,
  id: string,
  cells: readonly Cell[],
  language: string,
): Promise<void> {
  const words = wordsOf(language)
  const [possible] = possibleIds(payload, [id])
  const row = possible
    ? await payload.db.findOne({ collection: 'users', where: { id: { equals: possible } } })
    : null
  const person = personOf(row)
  if (!person || !(await isOpenAccount(payload, person.id)))
    throw new APIError(words.assignNobody, 422)
  if (!person.roles.includes('translator') && !person.roles.includes('editor'))
    throw new APIError(fill(words.assignNoTranslator, { name: person.name }), 422)
  const other = cells.find((cell) => !person.writes.includes(cell.language))
  if (other)
    throw new APIError(
      fill(words.assignNotWritten, {
        name: person.name,
        language: languageIn(other.language, language),
      }),
      422,
    )
}

async function assignOne(
  reader: Reader,
  cell: Cell,
  fields: { translator?: string | null; dueOn?: string | null },
): Promise<Assigned> {
  const { payload, user } = reader
  try {
    const [id] = possibleIds(payload, [cell.release])
    const release = id ? await loadDoc(payload, 'release', id) : null
    if (!release || (await isHiddenFrom(payload, reader.actor.id, release))) throw missing()
    const { docs } = await payload.db.find<{ id: string; revision: number }>({
      collection: 'translations',
      where: { release: { equals: release.id }, language: { equals: cell.language } },
      limit: 1,
      pagination: false,
      select: { revision: true },
    })
    const [there] = docs
    const asPerson = { overrideAccess: false, user: user as never }
    if (there) {
      await payload.update({
        ...asPerson,
        collection: 'translations',
        id: there.id,
        data: { ...fields, revision: there.revision } as never,
      })
      return { ...cell, outcome: 'assigned', id: there.id, message: '' }
    }
    const headline = release.type === 'release' ? release.headline : ''
    const made = await payload.create({
      ...asPerson,
      collection: 'translations',
      data: {
        ...fields,
        release: release.id,
        language: cell.language,
        headline: toBeTranslated(headline),
      } as never,
    })
    return { ...cell, outcome: 'started', id: made.id, message: '' }
  } catch (error) {
    if (!(error instanceof APIError) || error.status === 500) throw error
    return { ...cell, outcome: 'refused', id: null, message: error.message }
  }
}

/** Stands for a headline, and has to be gone before the translation is submitted (`no-placeholder`). */
function toBeTranslated(headline: string): string {
  return `{{${headline
    .replaceAll(/[{}\n]/g, ' ')
    .slice(0, 78)
    .trim()}}}`
}
