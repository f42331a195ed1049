import { z } from 'zod'
import { wordsOf } from '../admin/words/words.ts'
import { text } from '../desk/columns.ts'
import type { Reader } from '../desk/desk-lists.ts'
import { languageIn } from '../desk/names.ts'
import { releaseKinds } from '../workflow/states.ts'

/** A template as it is offered. `said`: its kind and language, in the person's language. */
export interface OfferedTemplate {
  id: string
  name: string
  said: string
}

const row = z.looseObject({
  id: z.string(),
  name: text,
  language: text,
  kind: z.enum(releaseKinds),
})

const most = 500

/** Templates that aren't archived, by name. */
export async function templatesOf(
  { payload, user }: Reader,
  language: string,
): Promise<OfferedTemplate[]> {
  const { docs } = await payload.find({
    collection: 'templates',
    where: { archived: { not_equals: true } },
    sort: 'name',
    limit: most,
    depth: 0,
    select: { name: true, language: true, kind: true },
    overrideAccess: false,
    user: user as never,
  })
  const words = wordsOf(language)
  return docs.map((one) => {
    const { id, name, kind, language: tag } = row.parse(one)
    return { id, name, said: `${words[`kind-${kind}`]} · ${languageIn(tag, language)}` }
  })
}
