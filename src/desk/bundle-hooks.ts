import { APIError, type CollectionConfig } from 'payload'
import { z } from 'zod'
import { wordsOf } from '../admin/words/words.ts'
import { loadDoc, related } from './documents.ts'
import { missing } from './rest.ts'
import { isHiddenFrom } from './restrictions.ts'
import { requirePerson } from './person.ts'

const chosen = z.array(
  z.looseObject({
    text: z.looseObject({ relationTo: z.string(), value: related }),
    must: z.boolean().nullish(),
  }),
)

/** A bundle is made whole, and changed by its actions only. */
export const bundleHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeOperation: [
    ({ operation, args }) => {
      if (operation === 'update' || operation === 'delete')
        throw new APIError(
          'A bundle is changed by its actions only. Dissolve it, and make another one.',
          403,
        )
      return args
    },
  ],
  beforeChange: [
    async ({ data, req }) => {
      const actor = requirePerson(req.user, 'Sign in first.')
      const words = wordsOf(req.i18n.language)
      const texts = chosen.parse(data.members ?? [])
      const ids = texts.map(({ text }) => text.value)
      if (new Set(ids).size !== ids.length) throw new APIError(words.bundleTwice, 422)
      for (const { text } of texts) {
        const type = text.relationTo === 'releases' ? 'release' : 'translation'
        const doc = text.value ? await loadDoc(req.payload, type, text.value) : null
        if (!doc || (await isHiddenFrom(req.payload, actor.id, doc))) throw missing()
      }
      if (!texts.some(({ must }) => must)) throw new APIError(words.bundleNoMust, 422)
      return {
        ...data,
        state: 'open',
        revision: 1,
        scheduledFor: null,
        createdBy: actor.id,
        createdByName: actor.name,
        outcome: null,
        busy: 0,
        busySince: null,
        unfinished: null,
      }
    },
  ],
}
