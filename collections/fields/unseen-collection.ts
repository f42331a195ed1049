import type { CollectionConfig } from 'payload'
import { nobody } from '../../src/desk/access.ts'
import { neverChanged } from '../../src/desk/append-only.ts'

/** What the desk keeps for itself: no form, no list and no route of Payload's shows or changes it. */
export function unseenCollection(
  slug: Parameters<typeof neverChanged>[0],
  fields: CollectionConfig['fields'],
): CollectionConfig {
  return {
    slug,
    admin: { hidden: true },
    access: { create: nobody, read: nobody, update: nobody, delete: nobody },
    disableDuplicate: true,
    lockDocuments: false,
    fields,
    hooks: neverChanged(slug),
  }
}
