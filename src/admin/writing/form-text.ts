import type { FormSurroundings } from '../../desk/surroundings.ts'
import { fromLexical } from '../../desk/lexical.ts'
import type { Block, TextContent } from '../../workflow/content.ts'
import type { ReleaseDates } from '../../workflow/requirements.ts'
import type { ReleaseKind, TextType } from '../../workflow/states.ts'

/** What stands in the form of a text, by the names of its fields. */
export type Values = Record<string, unknown>

const words = ['headline', 'lead', 'datelinePlace', 'body', 'sourceLabel'] as const

/** The fields that people fill in, in the order in which readers meet them. */
export const fieldsOf = {
  release: [
    'language',
    'kind',
    'headline',
    'lead',
    'datelinePlace',
    'datelineDate',
    'body',
    'sourceLabel',
    'sourceUrl',
    'topics',
    'images',
    'documents',
    'contacts',
    'embargo',
    'boilerplate',
    'reviewBy',
    'endsAt',
    'about',
  ],
  translation: ['release', 'language', 'translator', 'dueOn', ...words],
} as const satisfies Record<TextType, readonly string[]>

/** The field's values, blank where a document has none. */
export function valuesIn(type: TextType, from: Values): Values {
  return Object.fromEntries(fieldsOf[type].map((name) => [name, from[name] ?? null]))
}

/** The same of a form's state, which has a field by its path. */
export function valuesOfFields(
  type: TextType,
  fields: Readonly<Record<string, { value?: unknown } | undefined>>,
): Values {
  return Object.fromEntries(fieldsOf[type].map((name) => [name, fields[name]?.value ?? null]))
}

export const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '')

export function idIn(value: unknown): string {
  if (value !== null && typeof value === 'object' && 'id' in value) return wordsIn(value.id)
  return wordsIn(value)
}

export function idsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(idIn).filter((id) => id !== '') : []
}

/** A block of the body with the editor's node that it was made from. */
export interface Written {
  block: Block
  node: unknown
}

/** The blocks of an editor's state, one for each node that is published. What can't be published is left out. */
export function writtenIn(state: unknown): Written[] {
  const nodes = (state as { root?: { children?: unknown } } | null)?.root?.children
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown) => {
    try {
      return fromLexical({ root: { children: [node] } }).map((block) => ({ block, node }))
    } catch {
      return []
    }
  })
}

export const blocksIn = (state: unknown): Block[] => writtenIn(state).map(({ block }) => block)

/** Ids of the pictures within a body. */
export function picturesIn(body: readonly Block[]): string[] {
  return body.flatMap((block) => (block.type === 'image' ? [block.image] : []))
}

const isStanding = (block: Block): boolean =>
  block.type === 'paragraph' && block.standing !== undefined

/** The text as it would be published now with what stands in the form. */
export function contentOf(
  type: TextType,
  values: Values,
  around: Pick<FormSurroundings, 'content'>,
): TextContent {
  const own = {
    language: wordsIn(values.language) || around.content.language,
    headline: wordsIn(values.headline),
    lead: wordsIn(values.lead),
    // Standing paragraphs come after what is written here.
    body: [...blocksIn(values.body), ...around.content.body.filter(isStanding)],
    datelinePlace: wordsIn(values.datelinePlace),
    sourceLabel: wordsIn(values.sourceLabel),
  }
  if (type === 'translation') return { ...around.content, ...own }
  return {
    ...around.content,
    ...own,
    kind: values.kind as ReleaseKind,
    datelineDate: wordsIn(values.datelineDate).slice(0, 10) || null,
    sourceUrl: wordsIn(values.sourceUrl),
    embargo: wordsIn(values.embargo) || null,
  }
}

/** What a release in a form says of its own age. `ahead`: null once it is public. */
export function datesIn(values: Values, ahead: ReleaseDates['ahead']): ReleaseDates {
  return {
    reviewBy: wordsIn(values.reviewBy).slice(0, 10) || null,
    endsAt: wordsIn(values.endsAt) || null,
    ahead,
  }
}

/** A field's value in a form that can be compared. The body by what of it would be published. */
function plain(values: Values, field: string): string {
  return JSON.stringify(field === 'body' ? blocksIn(values.body) : comparable(values[field]))
}

/** The fields in which two forms differ. */
export function differing<Type extends TextType>(
  type: Type,
  one: Values,
  other: Values,
): (typeof fieldsOf)[Type][number][] {
  const names: readonly (typeof fieldsOf)[Type][number][] = fieldsOf[type]
  return names.filter((field) => plain(one, field) !== plain(other, field))
}

/** Nothing filled in is the same as nothing there; a relation is its id. */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(comparable)
  if (value !== null && typeof value === 'object' && 'id' in value) return value.id
  return value === undefined || value === '' || value === false ? null : value
}
