import { createHash } from 'node:crypto'
import { at } from '../harness.ts'
import {
  type Doc,
  isText,
  type Item,
  type ItemFields,
  last,
  live,
  type Text,
  type TextFields,
  type Wording,
  type World,
} from './world.ts'

/** What an approval is given for: the text with everything that it shows. */

export type Content = Record<string, unknown>

/** JSON with sorted keys, after RFC 8785. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(at(value, key))}`).join(',')}}`
}

export const printOf = (content: Content): string =>
  createHash('sha256').update(canonical(content)).digest('hex')

/** Items are taken as they are published; as they stand on the desk while they aren't (decision 007). */
export function shown(item: Item): ItemFields | null {
  if (live(item)) return last(item)?.fields ?? null
  return item.deleted ? null : item.fields
}

const wordsIn = (fields: ItemFields, language: string): Wording | undefined =>
  fields.texts.find((one) => one.language === language)

function inText(item: Item, language: string): Content | null {
  const fields = shown(item)
  if (!fields) return null
  const { id } = item
  const words = wordsIn(fields, language)
  switch (item.type) {
    case 'contact':
      return { id, name: fields.name, title: words?.title ?? '' }
    case 'document': {
      const title = (words ?? fields.texts[0])?.title ?? ''
      return { id, title: title || fields.file.name, file: fields.file.sha256 }
    }
    case 'image':
      return {
        id,
        alt: words?.title ?? '',
        caption: words?.caption ?? '',
        credit: fields.credit,
        copyright: '',
        licence: '',
        file: fields.file.sha256,
        width: fields.file.width,
        height: fields.file.height,
      }
  }
}

const all = (items: readonly Item[], language: string): Content[] =>
  items.flatMap<Content>((item) => inText(item, language) ?? [])

/** What a translation takes from its release: from its live edition, from the desk while none is live. */
export function sharedOf(text: Text): TextFields {
  if (!text.of) return text.fields
  const { of: release } = text
  const edition = live(release) ? last(release) : undefined
  const fields = edition?.fields ?? release.fields
  const { picture } = fields
  return {
    ...fields,
    // A picture within the words belongs to that text; beside them, to the family.
    images: fields.images.filter((image) => image !== picture),
    about: edition ? edition.content.about !== '' : fields.about,
  }
}

/** The images of a text, each once. */
export function imagesOf(text: Text): Item[] {
  const { picture } = text.fields
  return [...new Set([...sharedOf(text).images, ...(picture ? [picture] : [])])]
}

export function blocksOf(fields: Pick<TextFields, 'body' | 'link' | 'picture'>): object[] {
  const { body, link, picture } = fields
  const words = { type: 'text', text: body.text }
  return [
    ...(body.text === ''
      ? []
      : [
          {
            type: 'paragraph',
            children: link ? [{ type: 'link', href: link, children: [words] }] : [words],
          },
        ]),
    ...(picture ? [{ type: 'image', image: picture.id }] : []),
  ]
}

/** The text with everything that it shows: what an approval is given for. */
export function contentOf(world: World, doc: Doc): Content {
  if (!isText(doc)) return itemContent(doc)
  const { fields } = doc
  const { language } = fields
  const shared = sharedOf(doc)
  return {
    type: 'text',
    language,
    kind: shared.kind,
    headline: fields.headline.text,
    lead: fields.lead.text,
    body: blocksOf(fields),
    datelinePlace: fields.place,
    datelineDate: shared.date || null,
    sourceLabel: '',
    sourceUrl: '',
    topics: shared.topics
      .filter(({ gone }) => !gone)
      .map(({ id, names }) => ({ id, name: names.get(language) ?? '' })),
    images: all(imagesOf(doc), language),
    documents: all(shared.documents, language),
    contacts: all(shared.contacts, language),
    embargo: shared.embargo,
    about: shared.about ? (world.about.get(language) ?? '') : '',
  }
}

function itemContent({ type, fields }: Item): Content {
  const { name, telephone, texts, credit, cleared, file } = fields
  switch (type) {
    case 'contact':
      return {
        type,
        name,
        texts: texts.map(({ language, title }) => ({ language, title, note: '' })),
        organisation: '',
        email: '',
        telephone,
        telephoneAfterHours: '',
        languages: [],
      }
    case 'document':
      return {
        type,
        texts: texts.map(({ language, title }) => ({ language, title })),
        file: { name: file.name, mime: file.mime, bytes: file.bytes, sha256: file.sha256 },
      }
    case 'image':
      return {
        type,
        texts: texts.map(({ language, title, caption }) => ({ language, alt: title, caption })),
        credit,
        copyright: '',
        licence: '',
        cleared,
        file,
        focalX: 50,
        focalY: 50,
      }
  }
}

export const nowPrint = (world: World, doc: Doc): string => printOf(contentOf(world, doc))

/** What a translation is measured against (decision 008). */
export function sourcePrint(world: World, { of }: Text): string {
  if (!of) return ''
  return live(of) ? (last(of)?.print ?? '') : nowPrint(world, of)
}

export const translationsOf = (world: World, release: Text): Text[] =>
  world.texts.filter(({ of }) => of === release)
