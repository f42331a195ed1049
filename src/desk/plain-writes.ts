import { type AfterErrorHook, APIError, type CollectionBeforeOperationHook } from 'payload'

const kept = new Set(['id', '_id', 'createdAt', 'updatedAt', 'deletedAt'])

/**
 * What no request chooses, in any collection: a document's id (MongoDB would take one from the body, and a contact with
 * the id of a release would share its timeline and its place in the press room), the moments that a row was made and
 * changed, and Payload's switches for drafts, which make it write over a stored version instead of adding one.
 */
export const plainWrites: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'restoreVersion') {
    // Payload has read this before it asks, so it can't be taken out, only refused.
    if ('draft' in args && args.draft)
      throw new APIError('A version is restored as a draft of the desk. Leave out “draft”.', 400)
    return args
  }
  if (operation !== 'create' && operation !== 'update') return args
  // A file may come without a word.
  const { data = req.file ? {} : undefined } = args as { data?: unknown }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new APIError('Send the fields as one JSON object.', 400)
  return {
    ...args,
    data: Object.fromEntries(Object.entries(data).filter(([name]) => !kept.has(name))),
    autosave: false,
    draft: false,
    publishAllLocales: undefined,
    publishSpecificLocale: undefined,
    unpublishAllLocales: false,
  }
}

/** The fields that come with a file are read by Payload, which calls it its own failure when they aren't JSON. */
export const tellBrokenForm: AfterErrorHook = ({ error, req }) => {
  const isForm = req.headers.get('content-type')?.startsWith('multipart/form-data')
  if (!isForm || !(error instanceof SyntaxError)) return
  const message = 'The fields that came with the file aren’t JSON. Send one JSON object.'
  return { status: 400, response: { errors: [{ message }] } as never }
}
