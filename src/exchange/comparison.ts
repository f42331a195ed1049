import type { Payload } from 'payload'
import { type BlockDiff, diffBlocks, diffWords, type Piece } from '../language/diff.ts'
import type { Block } from '../workflow/content.ts'
import { type Fields, fieldsOfItem, fieldsOfText, fieldsOfType, merged } from './fields.ts'
import type { IncomingItem } from './item.ts'
import type { TextDoc } from './take-over.ts'
import { loadTopics, type Topics } from './topics.ts'

export interface FieldDiff {
  field: Exclude<keyof Fields, 'body'>
  changed: boolean
  words: Piece[]
}

/** What stands on the desk now, against what taking an item over would make of it. */
export interface Comparison {
  changed: boolean
  fields: FieldDiff[]
  body: BlockDiff[]
}

export async function compare(
  payload: Payload,
  text: TextDoc,
  item: IncomingItem,
): Promise<Comparison> {
  const topics = await loadTopics(payload)
  const before = fieldsOfText(text)
  const after = merged(before, fieldsOfItem(item, topics))
  const { language } = text
  const fields = fieldsOfType(text.type).flatMap((field): FieldDiff[] => {
    if (field === 'body') return []
    const [old, coming] = [before, after].map((one) => wordsOf(one[field], topics, language))
    const words = diffWords(old ?? '', coming ?? '', language)
    return [{ field, changed: old !== coming, words }]
  })
  const body = diffBlocks(before.body, after.body, language)
  const changed =
    fields.some((field) => field.changed) || body.some((block) => block.kind !== 'same')
  return { changed, fields, body }
}

function wordsOf(
  value: string | null | readonly string[] | readonly Block[],
  topics: Topics,
  language: string,
): string {
  if (value === null || typeof value === 'string') return value ?? ''
  return value
    .map((one) => (typeof one === 'string' ? topics.nameOf(one, language) : ''))
    .join(', ')
}
