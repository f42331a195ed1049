import { randomBytes, randomUUID } from 'node:crypto'
import type { Endpoint, Payload, PayloadRequest, SanitizedConfig } from 'payload'
import { z } from 'zod'
import type { DeskType } from '../workflow/states.ts'
import { bundlesHiddenFrom } from './bundles.ts'
import { collectionOf, loadDoc } from './documents.ts'
import { personOf } from './person.ts'
import { familiesHiddenFrom, isHiddenFrom } from './restrictions.ts'
import { documentOfVersion } from './versions.ts'

/**
 * To somebody who may not know of a document, every route about it answers as about one that isn't there: it is asked
 * about an id that nothing has. So no route can answer otherwise, Payload's own and those that come later included.
 */
export function hideUnknown(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections)
    if (collection.endpoints && isKept(collection.slug))
      // Payload's own routes are the same objects in every configuration of a process.
      collection.endpoints = collection.endpoints.map((route) =>
        /\/:id\b/.test(route.path) ? hidden(collection.slug, route) : route,
      )
  return config
}

const typeOf = new Map<string, DeskType>(
  Object.entries(collectionOf).map(([type, slug]) => [slug, type as DeskType]),
)
const isKept = (slug: string): boolean =>
  typeOf.has(slug) || slug === 'bundles' || slug === 'open-items'

function hidden(slug: string, route: Endpoint): Endpoint {
  const ofVersion = route.path.startsWith('/versions')
  return {
    ...route,
    handler: async (req) => {
      const id = z.string().safeParse(req.routeParams?.id)
      if (id.success && (await isUnknown(req, slug, id.data, ofVersion)))
        req.routeParams = { ...req.routeParams, id: nobodys(req.payload) }
      return route.handler(req)
    },
  }
}

async function isUnknown(
  { payload, user }: PayloadRequest,
  slug: string,
  named: string,
  ofVersion: boolean,
): Promise<boolean> {
  const person = personOf(user)
  if (!person) return false
  if (slug === 'bundles') return (await bundlesHiddenFrom(payload, person.id)).includes(named)
  if (slug === 'open-items') return isItemUnknown(payload, person.id, named)
  const type = typeOf.get(slug)
  if (!type) return false
  // Most people may know of everything.
  if ((await familiesHiddenFrom(payload, person.id)).length === 0) return false
  const id = ofVersion ? await documentOfVersion(payload, type, named) : named
  const doc = id === null ? null : await loadDoc(payload, type, id)
  return doc !== null && isHiddenFrom(payload, person.id, doc)
}

async function isItemUnknown(payload: Payload, person: string, id: string): Promise<boolean> {
  const families = await familiesHiddenFrom(payload, person)
  if (families.length === 0) return false
  const found = await payload.db.findOne<{ id: string; family?: string }>({
    collection: 'open-items',
    where: { id: { equals: id } },
  })
  return families.includes(found?.family ?? '')
}

/** An id in the database's own form that nothing has. */
function nobodys({ db }: Payload): string {
  return db.name === 'mongoose' ? randomBytes(12).toString('hex') : randomUUID()
}
