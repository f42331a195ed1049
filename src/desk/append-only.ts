import { APIError, type CollectionConfig } from 'payload'

/** Refuses every change and deletion, the Local API with `overrideAccess` included. */
export function neverChanged(what: 'editions' | 'events'): NonNullable<CollectionConfig['hooks']> {
  const refuse = (): never => {
    throw new APIError(
      what === 'editions'
        ? 'An edition is never changed. Publish a new edition, or withdraw this one.'
        : 'The timeline is never changed.',
      403,
    )
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
