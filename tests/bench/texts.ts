import { randomBytes, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { toLexical } from '../../src/desk/lexical.ts'
import { family, items } from './archive.ts'

type Row = Record<string, string | number | null>

/** Texts as they are stored, past Payload, which would take an hour. A quarter are releases, the others translations. */
export async function fillTexts(payload: Payload, size: number): Promise<void> {
  const parts = items()
  const shared = { images: parts.images, contact: parts.contact }
  for (let index = 0, made = 0; made < size; index++) {
    const rows: { of: 'releases' | 'translations'; row: Row }[] = []
    for (let batch = 0; batch < 50 && made < size; batch++, index++) {
      const release = idOf(payload)
      for (const { entry, editions } of family(index, shared)) {
        const content = JSON.parse(editions.at(-1)?.content ?? '{}') as {
          lead: string
          body: never[]
        }
        const at = entry.publishedAt
        const original = entry.of === 'release'
        rows.push({
          of: original ? 'releases' : 'translations',
          row: {
            id: original ? release : idOf(payload),
            headline: entry.headline,
            lead: content.lead,
            body: JSON.stringify(toLexical(content.body)),
            language: entry.language,
            state: index % 3 === 0 ? 'draft' : 'published',
            revision: 1,
            updated_at: at,
            created_at: at,
            ...(original ? { kind: 'press-release' } : { release_id: release }),
          },
        })
        made++
      }
    }
    await stored(payload, rows)
  }
}

const idOf = ({ db }: Payload): string =>
  db.name === 'mongoose' ? randomBytes(12).toString('hex') : randomUUID()

async function stored(
  payload: Payload,
  rows: readonly { of: 'releases' | 'translations'; row: Row }[],
): Promise<void> {
  const { client } = payload.db as unknown as {
    client?: { batch: (statements: unknown[], mode: string) => Promise<unknown> }
  }
  if (client) {
    await client.batch(
      rows.map(({ of, row }) => ({
        sql: `INSERT INTO ${of} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        args: Object.values(row),
      })),
      'write',
    )
    return
  }
  const { collections } = payload.db as unknown as {
    collections: Record<string, { insertMany: (rows: unknown[]) => Promise<unknown> }>
  }
  for (const of of ['releases', 'translations'] as const)
    await collections[of]?.insertMany(
      rows
        .filter((one) => one.of === of)
        .map(({ row: { id, body, updated_at, created_at, release_id, ...row } }) => ({
          _id: id,
          ...row,
          body: JSON.parse(String(body)) as unknown,
          updatedAt: updated_at,
          createdAt: created_at,
          ...(release_id ? { release: release_id } : {}),
        })),
    )
}
