import type { ImageInText, TextContent } from '../workflow/content.ts'
import type { ReleaseKind } from '../workflow/states.ts'
import { allowedHref, blocksToHtml } from './html.ts'

/** A published file of a picture. `url`: absolute. */
export interface NinjsRendition {
  name: string
  url: string
  mime: string
  width: number
  height: number
}

/** One public edition of a text, as ninjs needs it. Moments: ISO 8601, UTC; addresses absolute. */
export interface NinjsEdition {
  /** Never changes, whatever happens to the text's address. */
  uri: string
  version: number
  language: string
  kind: ReleaseKind
  headline: string
  lead: string
  content: TextContent
  publishedAt: string
  updatedAt: string
  pubStatus: 'usable' | 'canceled'
  url: string
  translationOf?: { uri: string; url: string }
  /** The other languages of the same communication. */
  family: readonly { language: string; url: string }[]
  publisher: string
  /** What takers must know: the public explanation of a withdrawal, say. */
  edNote?: string
  /** Published files by the id of the picture. */
  renditions?: Readonly<Record<string, readonly NinjsRendition[]>>
}

/** The relation of a translation to what it translates; the import looks for it. */
export const translationRel = 'translationOf'

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
}

/** Fields that are empty say nothing, and are left out. */
function filled(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

function plain(role: string, value: string): object[] {
  return value === '' ? [] : [{ role, contentType: 'text/plain', value }]
}

/** An absolute address as the schema's `uri` format wants it, or undefined. */
function uriOf(address: string): string | undefined {
  const href = allowedHref(address)
  return href === null ? undefined : new URL(href).href
}

function sources({ content }: NinjsEdition): object[] {
  const uri = uriOf(content.sourceUrl)
  const source = filled({
    name: content.sourceLabel,
    uri,
    literal: content.sourceUrl === uri ? '' : content.sourceUrl,
  })
  return Object.keys(source).length > 0 ? [{ ...source, role: 'source' }] : []
}

function picture(edition: NinjsEdition, image: ImageInText, index: number): object {
  const licence = uriOf(image.licence)
  return {
    name: `picture-${index + 1}`,
    rel: 'illustration',
    uri: `${edition.uri}#picture-${index + 1}`,
    type: 'picture',
    ...filled({
      descriptions: [...plain('caption', image.caption), ...plain('alt', image.alt)],
      by: image.credit,
      copyrightNotice: image.copyright,
      rightsInfo: licence === undefined ? undefined : { linkedRights: licence },
      renditions: (edition.renditions?.[image.id] ?? []).map(
        ({ name, url, mime, width, height }) => ({
          name,
          href: url,
          contentType: mime,
          width,
          height,
        }),
      ),
    }),
  }
}

function associations(edition: NinjsEdition): object[] {
  const { translationOf, family, content } = edition
  return [
    ...(translationOf
      ? [
          {
            name: translationRel,
            rel: translationRel,
            uri: translationOf.uri,
            type: 'text',
            renditions: [{ name: 'web', href: translationOf.url, contentType: 'text/html' }],
          },
        ]
      : []),
    ...family.map(({ language, url }) => ({
      name: `language-${language}`,
      rel: 'alternate',
      uri: url,
      type: 'text',
      language,
    })),
    ...content.images.map((image, index) => picture(edition, image, index)),
  ]
}

/**
 * An edition as an IPTC ninjs 3.1 item, valid against its schema. The text itself is in `headlines`, `descriptions`
 * (the lead) and `bodies` (HTML); importing it gives the same text. A cancelled one says nothing of what it said.
 */
export function editionAsNinjs(edition: NinjsEdition): Record<string, unknown> {
  const { content } = edition
  const head = {
    uri: edition.uri,
    standard,
    type: 'text',
    pubStatus: edition.pubStatus,
    version: String(edition.version),
    firstCreated: edition.publishedAt,
    versionCreated: edition.updatedAt,
    language: edition.language,
  }
  const edNote = edition.edNote ?? ''
  if (edition.pubStatus === 'canceled') return { ...head, ...filled({ edNote }) }
  const html = blocksToHtml(content.body)
  return {
    ...head,
    ...filled({
      representationType: 'full',
      profile: edition.kind,
      // The date line's own day; the time of day says nothing.
      contentCreated: content.datelineDate ? `${content.datelineDate}T00:00:00Z` : '',
      embargoedUntil: content.embargo ?? '',
      located: content.datelinePlace,
      edNote,
      headlines: plain('main', edition.headline),
      descriptions: plain('summary', edition.lead),
      bodies: html === '' ? [] : [{ role: 'main', contentType: 'text/html', value: html }],
      infoSources: sources(edition),
      // Not as a source: the source line is the text's own.
      organisations:
        edition.publisher === '' ? [] : [{ name: edition.publisher, rel: 'publisher' }],
      subjects: content.topics.filter(({ name }) => name !== '').map(({ name }) => ({ name })),
      people: content.contacts.map(({ name }) => ({ name, rel: 'press-contact' })),
      renditions: [{ name: 'web', href: edition.url, contentType: 'text/html' }],
      associations: associations(edition),
    }),
  }
}
