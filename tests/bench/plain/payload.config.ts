import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type CollectionConfig, type Field } from 'payload'
import { contacts } from '../../../collections/contacts.ts'
import { documents } from '../../../collections/documents.ts'
import { images } from '../../../collections/images.ts'
import { releases } from '../../../collections/releases.ts'
import { standingParagraphs } from '../../../collections/standing-paragraphs.ts'
import { topics } from '../../../collections/topics.ts'
import { translations } from '../../../collections/translations.ts'

/**
 * The same collections as Payload alone serves them: what they hold and how they are labelled, and nothing that
 * Communiqué adds. What `npm run bench:edit` compares the desk with.
 */

/** A field with what it holds, and without our hooks, rules and components. */
function plainField(field: Field): Field[] {
  if (field.type === 'ui') return []
  const { hooks, access, validate, ...rest } = field as Field & Record<string, unknown>
  void [hooks, access, validate]
  const { components, condition, ...admin } = (rest.admin ?? {}) as Record<string, unknown>
  void [components, condition]
  const nested = 'fields' in rest ? { fields: plainFields(rest.fields as Field[]) } : {}
  return [{ ...rest, ...nested, admin } as Field]
}

const plainFields = (fields: readonly Field[]): Field[] => fields.flatMap(plainField)

function plain({ slug, labels, fields, upload, versions, indexes, admin }: CollectionConfig) {
  const { useAsTitle, defaultColumns } = admin ?? {}
  return {
    slug,
    labels,
    fields: plainFields(fields),
    ...(indexes ? { indexes } : {}),
    ...(versions ? { versions } : {}),
    ...(upload ? { upload: { staticDir: process.env.MEDIA_DIR } } : {}),
    admin: { useAsTitle, defaultColumns },
    defaultSort: '-updatedAt',
  } as CollectionConfig
}

export default buildConfig({
  secret: 'a secret for the bench that is long enough',
  telemetry: false,
  db: sqliteAdapter({
    client: { url: process.env.DATABASE_URI ?? '' },
    idType: 'uuid',
    push: process.env.PLAIN_PUSH === 'yes',
    wal: { synchronous: 'FULL' },
  }),
  editor: lexicalEditor(),
  collections: [
    ...[
      releases,
      translations,
      contacts,
      images(process.env.MEDIA_DIR ?? ''),
      documents(process.env.MEDIA_DIR ?? ''),
      topics,
      standingParagraphs,
    ].map(plain),
    { slug: 'users', auth: true, fields: [{ name: 'name', type: 'text' }] },
  ],
  graphQL: { disable: true },
  admin: { user: 'users', importMap: { baseDir: import.meta.dirname } },
})
