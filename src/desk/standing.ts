import type { Payload } from 'payload'
import { z } from 'zod'
import type { Block } from '../workflow/content.ts'
import { list, text } from './columns.ts'

/** Paragraphs that many texts end with, as they stand now (decision 026). */

const row = z.object({
  id: z.string(),
  name: text,
  wordings: list(z.object({ language: z.string(), words: text })),
})

export interface Standing {
  blocks: Block[]
  /** Names of those that say nothing in the language; of one that is gone, its id. */
  unsaid: string[]
}

/** The paragraphs with these ids in a language, as blocks that name where they come from. */
export async function standingBlocks(
  payload: Payload,
  ids: readonly string[],
  language: string,
): Promise<Standing> {
  if (ids.length === 0) return { blocks: [], unsaid: [] }
  const { docs } = await payload.db.find({
    collection: 'standing-paragraphs',
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
  })
  const known = docs.map((one) => row.parse(one))
  const said = ids.map((id) => {
    const found = known.find((one) => one.id === id)
    const words = found?.wordings.find((one) => one.language === language)?.words ?? ''
    return {
      id,
      name: found?.name ?? id,
      paragraphs: words.split(/\n\s*\n/).map((one) => one.trim()),
    }
  })
  return {
    blocks: said.flatMap(({ id, paragraphs }) =>
      paragraphs
        .filter((words) => words !== '')
        .map((words): Block => ({ type: 'paragraph', children: lines(words), standing: id })),
    ),
    unsaid: said
      .filter(({ paragraphs }) => paragraphs.every((words) => words === ''))
      .map(({ name }) => name),
  }
}

/** Line breaks within a paragraph stay: an address, say. */
function lines(words: string): Extract<Block, { type: 'paragraph' }>['children'] {
  return words
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      { type: 'text' as const, text: line },
    ])
}

/** Ids of the standing paragraphs in a body that was frozen, each once. */
export function standingIn(body: readonly Block[]): string[] {
  const ids = body.flatMap((block) =>
    block.type === 'paragraph' && block.standing ? [block.standing] : [],
  )
  return [...new Set(ids)]
}
