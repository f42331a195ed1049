import type { Payload } from 'payload'
import { z } from 'zod'
import { fill, wordsOf } from '../admin/words/words.ts'
import { isText } from '../workflow/states.ts'
import type { DeskDoc } from './documents.ts'
import { languageIn } from './names.ts'

/**
 * Who a text or item lies with now, in `language`: a person while it is written, then whoever has to act next. Null
 * when nobody has to do anything.
 */
export async function holderOf(
  payload: Payload,
  doc: DeskDoc,
  language: string,
): Promise<string | null> {
  const words = wordsOf(language)
  switch (doc.state) {
    case 'draft': {
      const translator = doc.type === 'translation' ? await nameOf(payload, doc.translator) : null
      return translator ?? (doc.holder || null)
    }
    case 'in-review':
      return isText(doc.type) && 'language' in doc
        ? fill(words.holderReviewersOf, { language: languageIn(doc.language, language) })
        : words.holderReviewers
    case 'approved':
      return words.holderReviewers
    case 'scheduled':
      return words.holderClock
    default:
      return null
  }
}

const named = z.looseObject({ name: z.string() })

async function nameOf(payload: Payload, id: string | null): Promise<string | null> {
  if (!id) return null
  const user = named.safeParse(
    await payload.db.findOne({ collection: 'users', where: { id: { equals: id } } }),
  )
  return user.success ? user.data.name : null
}
