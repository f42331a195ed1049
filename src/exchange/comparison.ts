import type { Payload } from 'payload'
import { type Comparison, comparisonOf } from '../language/comparison.ts'
import type { Block } from '../workflow/content.ts'
import { type Fields, fieldsOfItem, fieldsOfText, fieldsOfType, merged } from './fields.ts'
import type { IncomingItem } from './item.ts'
import type { TextDoc } from './take-over.ts'
import { loadTopics, type Topics } from './topics.ts'

/** What stands on the desk now, against what taking an item over would make of it. */
export type ItemComparison = Comparison<Exclude<keyof Fields, 'body'>>

export async function compare(
  payload: Payload,
  text: TextDoc,
  item: IncomingItem,
): Promise<ItemComparison> {
  const topics = await loadTopics(payload)
  const before = fieldsOfText(text)
  const after = merged(before, fieldsOfItem(item, topics))
  const { language } = text
  const pairs = fieldsOfType(text.type).flatMap((field) =>
    field === 'body'
      ? []
      : [
          {
            field,
            before: wordsOf(before[field], topics, language),
            after: wordsOf(after[field], topics, language),
          },
        ],
  )
  return comparisonOf(pairs, { before: before.body, after: after.body }, language)
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
