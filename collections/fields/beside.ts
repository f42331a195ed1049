import type { Field } from 'payload'

/** The same field, shown beside the text and not in its column. */
export function beside<One extends Field>(field: One): One {
  return { ...field, admin: { ...field.admin, position: 'sidebar' } }
}
