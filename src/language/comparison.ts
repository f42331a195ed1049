import type { Block, TextContent } from '../workflow/content.ts'
import { canonicalForm } from '../workflow/content.ts'
import { type BlockDiff, diffBlocks, diffWords, type Piece } from './diff.ts'

/** One field of two forms of a text, in words. */
export interface FieldDiff<Name extends string = string> {
  field: Name
  changed: boolean
  words: Piece[]
}

/** Two forms of a text, field by field. */
export interface Comparison<Name extends string = string> {
  changed: boolean
  fields: FieldDiff<Name>[]
  body: BlockDiff[]
}

/** A field as it was and is, in words. `changed`: said where the words don't show all that differs. */
export interface FieldPair<Name extends string> {
  field: Name
  before: string
  after: string
  changed?: boolean
}

export function comparisonOf<Name extends string>(
  pairs: readonly FieldPair<Name>[],
  body: { before: readonly Block[]; after: readonly Block[] },
  language: string,
): Comparison<Name> {
  const fields = pairs.map(({ field, before, after, changed = before !== after }) => ({
    field,
    changed,
    words: diffWords(before, after, language),
  }))
  const blocks = diffBlocks(body.before, body.after, language)
  return {
    changed: fields.some(({ changed }) => changed) || blocks.some(({ kind }) => kind !== 'same'),
    fields,
    body: blocks,
  }
}

/** What a text shows besides its body, in the order in which readers meet it. */
export const shownFields = [
  'language',
  'kind',
  'headline',
  'lead',
  'datelinePlace',
  'datelineDate',
  'sourceLabel',
  'sourceUrl',
  'topics',
  'images',
  'documents',
  'contacts',
  'embargo',
  'about',
] as const
export type ShownField = (typeof shownFields)[number]

/** Two forms of one text with everything that they show. Equal fingerprints give no change, and others give one. */
export function compareTexts(before: TextContent, after: TextContent): Comparison<ShownField> {
  const pairs = shownFields.map((field) => ({
    field,
    before: inWords(before, field, after),
    after: inWords(after, field, before),
    changed: canonicalForm(before[field]) !== canonicalForm(after[field]),
  }))
  return comparisonOf(pairs, { before: before.body, after: after.body }, after.language)
}

const line = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ')

/** `other`: a file is named by its bytes only where the other form shows another one. */
function inWords(text: TextContent, field: ShownField, other: TextContent): string {
  switch (field) {
    case 'topics':
      return text.topics.map(({ id, name }) => name || id).join(', ')
    case 'images':
      return text.images
        .map((image) => {
          const twin = other.images.find(({ id }) => id === image.id)
          const { alt, caption, credit, copyright, licence } = image
          return line(alt, caption, credit, copyright, licence, fileOf(image, twin)) || image.id
        })
        .join('\n')
    case 'documents':
      return text.documents
        .map((one) =>
          line(
            one.title,
            fileOf(
              one,
              other.documents.find(({ id }) => id === one.id),
            ),
          ),
        )
        .join('\n')
    case 'contacts':
      return text.contacts.map(({ name, title }) => line(name, title)).join('\n')
    default:
      return text[field] ?? ''
  }
}

function fileOf({ file }: { file: string }, twin: { file: string } | undefined): string {
  return twin && twin.file !== file ? `#${file.slice(0, 8)}` : ''
}
