import { APIError, type CollectionBeforeOperationHook } from 'payload'

/** Bulk changes of accounts have no place, whatever route they come by. */
export const oneAccountAtATime: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === 'update' && !('id' in args))
    throw new APIError('Change one account at a time.', 405)
  return args
}
