import { APIError, type CollectionConfig } from 'payload'

const sentences = {
  editions: 'An edition is never changed. Publish a new edition, or withdraw this one.',
  events: 'The timeline is never changed.',
  'open-items': 'An open item is settled by its actions only. Take it over, or dismiss it.',
}

/** Refuses every creation, change and deletion, the Local API with `overrideAccess` included. */
export function neverChanged(what: keyof typeof sentences): NonNullable<CollectionConfig['hooks']> {
  const refuse = (): never => {
    throw new APIError(sentences[what], 403)
  }
  return {
    beforeOperation: [
      ({ operation, args }) => {
        if (operation === 'update' || operation === 'delete' || operation === 'create') refuse()
        return args
      },
    ],
    beforeChange: [refuse],
    beforeDelete: [refuse],
  }
}
