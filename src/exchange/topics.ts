import type { Payload } from 'payload'
import { z } from 'zod'

const topicRow = z.object({
  id: z.string(),
  names: z.array(z.object({ language: z.string(), name: z.string() })).nullish(),
})

/** The topics of a desk, as an import asks for them. */
export interface Topics {
  /** Ids of those that are called so in any language, capitals and small letters alike. */
  idsOf(names: readonly string[]): string[]
  unknown(names: readonly string[]): string[]
  /** In a language, else in any that it has. */
  nameOf(id: string, language: string): string
}

function alike(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

export async function loadTopics(payload: Payload): Promise<Topics> {
  const { docs } = await payload.db.find({ collection: 'topics', limit: 0, pagination: false })
  const rows = docs.map((row) => topicRow.parse(row))
  const byName = new Map(
    rows.flatMap(({ id, names }) => (names ?? []).map(({ name }) => [alike(name), id] as const)),
  )
  const byId = new Map(rows.map((row) => [row.id, row.names ?? []]))
  return {
    idsOf: (names) => [...new Set(names.flatMap((name) => byName.get(alike(name)) ?? []))],
    unknown: (names) => names.filter((name) => !byName.has(alike(name))),
    nameOf: (id, language) => {
      const names = byId.get(id) ?? []
      return (names.find((one) => one.language === language) ?? names[0])?.name ?? id
    },
  }
}
