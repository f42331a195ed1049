import type { SQLiteSchemaHook } from '@payloadcms/db-sqlite'
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'

/**
 * Payload keeps the values of text fields with several in a table of their own, and looks them up by their row; but it
 * indexes them by their place first, so that each look-up reads the whole table.
 */
export const indexValuesByRow: SQLiteSchemaHook = ({ schema, extendTable }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    if (!name.endsWith('_texts')) continue
    extendTable({
      table,
      extraConfig: ({ parent }) => ({ parentIdx: index(`${name}_parent_idx`).on(parent) }),
    })
  }
  return schema
}
