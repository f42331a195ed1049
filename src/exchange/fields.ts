import { type DeskDoc } from '../desk/documents.ts'
import { fromLexical, toLexical } from '../desk/lexical.ts'
import { type Block, canonicalForm } from '../workflow/content.ts'
import type { ReleaseKind, TextType } from '../workflow/states.ts'
import type { IncomingItem } from './item.ts'
import type { Topics } from './topics.ts'

/** What an item can fill of a text. A translation has only those of `inTranslation`; the rest is its release's. */
export interface Fields {
  /** Empty where nothing says. */
  kind: string
  headline: string
  lead: string
  body: readonly Block[]
  datelinePlace: string
  /** `YYYY-MM-DD`, or null. */
  datelineDate: string | null
  sourceLabel: string
  sourceUrl: string
  /** Ids. */
  topics: readonly string[]
  /** ISO 8601, UTC. */
  embargo: string | null
}

const inTranslation = ['headline', 'lead', 'body', 'datelinePlace', 'sourceLabel'] as const

/** In the order in which people meet them. */
export const fieldNames = [
  'kind',
  'headline',
  'lead',
  'datelinePlace',
  'datelineDate',
  'body',
  'sourceLabel',
  'sourceUrl',
  'topics',
  'embargo',
] as const satisfies readonly (keyof Fields)[]

export function fieldsOfType(type: TextType): readonly (keyof Fields)[] {
  return type === 'release'
    ? fieldNames
    : fieldNames.filter((name) => (inTranslation as readonly string[]).includes(name))
}

export function fieldsOfItem(item: IncomingItem, topics: Topics): Fields {
  const { kind, headline, lead, blocks, datelinePlace, datelineDate, sourceLabel, sourceUrl } = item
  return {
    kind: kind ?? '',
    headline,
    lead,
    body: blocks,
    datelinePlace,
    datelineDate,
    sourceLabel,
    sourceUrl,
    topics: topics.idsOf(item.subjects),
    embargo: item.embargo,
  }
}

export function fieldsOfText(doc: Extract<DeskDoc, { type: TextType }>): Fields {
  const { headline, lead, datelinePlace, sourceLabel } = doc
  const own = { headline, lead, body: fromLexical(doc.body), datelinePlace, sourceLabel }
  if (doc.type === 'translation')
    return { ...own, kind: '', datelineDate: null, sourceUrl: '', topics: [], embargo: null }
  const { kind, datelineDate, sourceUrl, topics, embargo } = doc
  return {
    ...own,
    kind,
    datelineDate: datelineDate?.slice(0, 10) ?? null,
    sourceUrl,
    topics,
    embargo,
  }
}

function says(value: Fields[keyof Fields]): boolean {
  return value !== null && value.length > 0
}

/** New blocks, with the pictures of the old ones as near as can be to where they stood. */
function withPictures(old: readonly Block[], coming: readonly Block[]): Block[] {
  const body = [...coming]
  for (const [index, block] of old.entries())
    if (block.type === 'image') body.splice(Math.min(index, body.length), 0, block)
  return body
}

/**
 * A text that people have worked on, with what an item brings. What the item doesn't say stays: an agency that names
 * no date line doesn't take ours away, and pictures are the desk's own.
 */
export function merged(text: Fields, item: Fields): Fields {
  const said = Object.fromEntries(
    Object.entries(item).filter(([, value]) => says(value as Fields[keyof Fields])),
  )
  const body = says(item.body) ? withPictures(text.body, item.body) : text.body
  return { ...text, ...said, body }
}

/** Whether a text of this type would be the same with either. */
export function sameFields(type: TextType, one: Fields, other: Fields): boolean {
  const form = (fields: Fields) =>
    canonicalForm(fieldsOfType(type).map((name) => [name, fields[name]]))
  return form(one) === form(other)
}

/** The columns of a stored text that these fields fill. */
export function columnsOf(type: TextType, fields: Fields) {
  const { headline, lead, datelinePlace, sourceLabel } = fields
  const own = { headline, lead, body: toLexical(fields.body) as never, datelinePlace, sourceLabel }
  if (type === 'translation') return own
  return {
    ...own,
    kind: (fields.kind || 'news') as ReleaseKind,
    // At noon, as the admin's picker stores it, so that it is the same day in every zone.
    datelineDate: fields.datelineDate === null ? null : `${fields.datelineDate}T12:00:00.000Z`,
    sourceUrl: fields.sourceUrl,
    topics: [...fields.topics],
    embargo: fields.embargo,
  }
}
