import type { Endpoint, SanitizedConfig } from 'payload'

/** Payload's own routes that this desk doesn't have. A custom endpoint is matched before Payload's. */
function refuse(
  method: Endpoint['method'],
  path: string,
  status: number,
  message: string,
): Endpoint {
  return {
    method,
    path,
    handler: () => Response.json({ errors: [{ message }] }, { status }),
  }
}

/** Many documents at once: each act names one document and the revision that was seen. */
export const refuseBulk: Endpoint[] = [
  refuse('patch', '/', 405, 'Change one document at a time.'),
  refuse('delete', '/', 405, 'Delete one document at a time.'),
]

/** A stranger can't claim the administrator's account: it is made when the mission is set up. */
export const refuseFirstRegister: Endpoint = refuse(
  'post',
  '/first-register',
  403,
  'Accounts are made by an administrator.',
)

/**
 * Payload's internal collections are open to every signed-in user through REST, document locks in another person's
 * name included. The desk has its own revision check and runs no jobs, so their routes are closed altogether; a
 * person's own preferences stay open by their key.
 */
export function shutInternals(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) continue
    if (collection.slug === 'payload-preferences') {
      if (Array.isArray(collection.endpoints))
        collection.endpoints = collection.endpoints.filter(({ path }) => path === '/:key')
    } else {
      collection.endpoints = false
    }
  }
  return config
}
