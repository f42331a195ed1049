import {
  type Endpoint,
  Forbidden,
  type Payload,
  type PayloadHandler,
  type SanitizedConfig,
} from 'payload'
import { rolesOf } from './access.ts'
import { refuseForeignOrder } from './bounds.ts'
import { waitsForFactor } from './person.ts'

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

/** Payload's other ways to an account, which this desk has not: each act on an account has a route of its own. */
export const refuseSignIns: Endpoint[] = [
  refuse(
    'post',
    '/verify/:id',
    404,
    'Accounts are made by an administrator, and need no confirmation.',
  ),
  refuse('post', '/reset-password', 404, 'A new password is chosen by the link in a mail.'),
  refuse(
    'post',
    '/unlock',
    404,
    'No account is locked here: attempts are counted, and forgotten by themselves.',
  ),
  refuse('get', '/init', 404, 'Accounts are made by an administrator.'),
]

/** Payload looks the document or version up before it asks who wants to know: a stranger would learn what exists. */
const looksUpFirst = new Set(['post /access/:id?', 'post /versions/:id'])

function askFirst(handler: PayloadHandler): PayloadHandler {
  return (req) => {
    if (rolesOf(req).length === 0) throw new Forbidden(req.t)
    return handler(req)
  }
}

/** Payload asks here for a person only, and not for what they may do. */
function factorFirst(handler: PayloadHandler): PayloadHandler {
  return (req) => {
    if (waitsForFactor(req.user)) throw new Forbidden(req.t)
    return handler(req)
  }
}

/** Payload asks collections' hooks before it reads versions, and not those of globals. */
function orderedFirst(handler: PayloadHandler): PayloadHandler {
  return (req) => {
    if (rolesOf(req).length > 0) refuseForeignOrder(req.query.sort)
    return handler(req)
  }
}

/** The routes that a collection or global has, each closed to those who have no role here. */
function shut(endpoints: Endpoint[], versioned: boolean): Endpoint[] {
  return endpoints
    .filter(({ path }) => versioned || !path.startsWith('/versions'))
    .map((endpoint) =>
      looksUpFirst.has(`${endpoint.method} ${endpoint.path}`)
        ? { ...endpoint, handler: askFirst(endpoint.handler) }
        : endpoint,
    )
}

/**
 * Payload's internal collections are open to every signed-in user through REST, document locks in another person's
 * name included. The desk has its own revision check and runs no jobs, so their routes are closed altogether; a
 * person's own preferences stay open by their key. Elsewhere the routes that look before they ask are taught to ask,
 * and collections that keep no versions have no routes to them.
 */
export function shutInternals(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { slug, endpoints } = collection
    if (!endpoints) continue
    if (slug === 'payload-preferences')
      collection.endpoints = endpoints
        .filter(({ path }) => path === '/:key')
        .map((endpoint) => ({ ...endpoint, handler: factorFirst(endpoint.handler) }))
    else if (slug.startsWith('payload-')) collection.endpoints = false
    else collection.endpoints = shut(endpoints, Boolean(collection.versions))
  }
  for (const global of config.globals)
    if (global.endpoints)
      global.endpoints = shut(global.endpoints, true).map((endpoint) =>
        endpoint.path === '/versions' && endpoint.method === 'get'
          ? { ...endpoint, handler: orderedFirst(endpoint.handler) }
          : endpoint,
      )
  return config
}

/** Payload looks a collection up by what the address says: `/api/constructor` would find what every object has. */
export function onlyOwnNames({ collections }: Payload): void {
  Object.setPrototypeOf(collections, null)
}
