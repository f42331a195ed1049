import type { Payload } from 'payload'
import { z } from 'zod'
import type {
  Block,
  ContactContent,
  Content,
  DocumentContent,
  ImageContent,
  TextContent,
  TopicInText,
} from '../workflow/content.ts'
import { fingerprintOf } from '../workflow/fingerprint.ts'
import type { Surroundings } from '../workflow/requirements.ts'
import { type DeskType, type ReleaseKind, releaseKinds } from '../workflow/states.ts'
import { dayOf } from '../workflow/zoned-time.ts'
import { type DeskDoc, loadDoc, loadDocs } from './documents.ts'
import { entryOf } from './entries.ts'
import { fromLexical } from './lexical.ts'
import { standingBlocks, standingIn } from './standing.ts'

/** A content with what the requirements need to know around it. */
export interface Resolved {
  content: Content
  fingerprint: string
  around: Surroundings
}

const kind = (value: string): ReleaseKind => z.enum(releaseKinds).parse(value)

function itemContent(doc: DeskDoc): Content {
  switch (doc.type) {
    case 'image':
      return {
        type: 'image',
        texts: doc.texts,
        credit: doc.credit,
        copyright: doc.copyright,
        licence: doc.licence,
        cleared: doc.cleared,
        file: {
          name: doc.filename,
          mime: doc.mimeType,
          bytes: doc.filesize,
          sha256: doc.sha256,
          width: doc.width,
          height: doc.height,
        },
        focalX: doc.focalX,
        focalY: doc.focalY,
      }
    case 'document':
      return {
        type: 'document',
        texts: doc.texts.map(({ language, title }) => ({ language, title })),
        file: { name: doc.filename, mime: doc.mimeType, bytes: doc.filesize, sha256: doc.sha256 },
      }
    case 'contact':
      return {
        type: 'contact',
        name: doc.name,
        texts: doc.texts,
        organisation: doc.organisation,
        email: doc.email,
        telephone: doc.telephone,
        telephoneAfterHours: doc.telephoneAfterHours,
        languages: doc.languages,
      }
    case 'term':
      return {
        type: 'term',
        kind: doc.kind,
        forms: doc.forms,
        note: doc.note,
        source: doc.source,
        validFrom: dayOf(doc.validFrom),
        validUntil: dayOf(doc.validUntil),
      }
    default:
      throw new Error(`${doc.type} is no item`)
  }
}

interface Parts {
  images: Map<string, ImageContent>
  documents: Map<string, DocumentContent>
  contacts: Map<string, ContactContent>
  published: Set<string>
}

/**
 * The items that a text shows: as they are published, when they are live; as they stand on the desk otherwise,
 * for preview and requirements only, since a text can't be published with them.
 */
async function partsOf(
  payload: Payload,
  wanted: { images: readonly string[]; documents: readonly string[]; contacts: readonly string[] },
): Promise<Parts> {
  const ids = [...wanted.images, ...wanted.documents, ...wanted.contacts]
  const parts: Parts = {
    images: new Map(),
    documents: new Map(),
    contacts: new Map(),
    published: new Set(),
  }
  if (ids.length === 0) return parts
  const { docs: entries } = await payload.db.find<{ subject: string; edition: string }>({
    collection: 'entries',
    where: { subject: { in: ids }, standing: { equals: 'live' } },
    limit: 0,
    pagination: false,
  })
  const { docs: editions } = await payload.db.find<{ subject: string; content: string }>({
    collection: 'editions',
    where: { id: { in: entries.map((entry) => entry.edition) } },
    limit: 0,
    pagination: false,
  })
  const frozen = new Map(
    editions.map((edition) => [edition.subject, JSON.parse(edition.content) as Content]),
  )
  const draft = async (type: DeskType, list: readonly string[]): Promise<[string, Content][]> =>
    (
      await loadDocs(
        payload,
        type,
        list.filter((id) => !frozen.has(id)),
      )
    ).map((doc) => [doc.id, itemContent(doc)])
  const drafts = new Map([
    ...(await draft('image', wanted.images)),
    ...(await draft('document', wanted.documents)),
    ...(await draft('contact', wanted.contacts)),
  ])
  for (const id of ids) {
    const content = frozen.get(id) ?? drafts.get(id)
    if (frozen.has(id)) parts.published.add(id)
    if (content?.type === 'image') parts.images.set(id, content)
    if (content?.type === 'document') parts.documents.set(id, content)
    if (content?.type === 'contact') parts.contacts.set(id, content)
  }
  return parts
}

/** What a release gives to all languages of its family. */
export interface Shared {
  kind: ReleaseKind
  datelineDate: string | null
  sourceUrl: string
  topics: readonly string[]
  images: readonly string[]
  documents: readonly string[]
  contacts: readonly string[]
  embargo: string | null
  about: boolean
  /** Ids of standing paragraphs, which come after the body. */
  boilerplate: readonly string[]
}

interface Own {
  language: string
  headline: string
  lead: string
  body: readonly Block[]
  datelinePlace: string
  sourceLabel: string
}

async function textContent(
  payload: Payload,
  own: Own,
  shared: Shared,
): Promise<{ content: TextContent; parts: Parts; unsaid: string[] }> {
  const pictured = own.body.flatMap((block) => (block.type === 'image' ? [block.image] : []))
  const images = [...new Set([...shared.images, ...pictured])]
  const parts = await partsOf(payload, { ...shared, images })
  const standing = await standingBlocks(payload, shared.boilerplate, own.language)
  const inLanguage = <One extends { language: string }>(list: readonly One[]): One | undefined =>
    list.find((one) => one.language === own.language)
  return {
    parts,
    unsaid: standing.unsaid,
    content: {
      ...own,
      body: [...own.body, ...standing.blocks],
      kind: shared.kind,
      datelineDate: shared.datelineDate,
      sourceUrl: shared.sourceUrl,
      topics: await topicsIn(payload, shared.topics, own.language),
      images: images.flatMap((id) => {
        const image = parts.images.get(id)
        if (!image) return []
        const words = inLanguage(image.texts)
        return [
          {
            id,
            alt: words?.alt ?? '',
            caption: words?.caption ?? '',
            credit: image.credit,
            copyright: image.copyright,
            licence: image.licence,
            file: image.file.sha256,
            width: image.file.width,
            height: image.file.height,
          },
        ]
      }),
      documents: shared.documents.flatMap((id) => {
        const document = parts.documents.get(id)
        if (!document) return []
        const title = (inLanguage(document.texts) ?? document.texts[0])?.title ?? ''
        return [{ id, title: title || document.file.name, file: document.file.sha256 }]
      }),
      contacts: shared.contacts.flatMap((id) => {
        const contact = parts.contacts.get(id)
        if (!contact) return []
        return [{ id, name: contact.name, title: inLanguage(contact.texts)?.title ?? '' }]
      }),
      embargo: shared.embargo,
      about: shared.about ? await aboutIn(payload, own.language) : '',
    },
  }
}

const topicSchema = z.object({
  id: z.string(),
  names: z.array(z.object({ language: z.string(), name: z.string() })).nullish(),
})

/** Frozen with the text: what a topic is called is part of what was approved. Topics that are gone are left out. */
async function topicsIn(
  payload: Payload,
  ids: readonly string[],
  language: string,
): Promise<TopicInText[]> {
  if (ids.length === 0) return []
  const { docs } = await payload.db.find({
    collection: 'topics',
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
  })
  const known = docs.map((row) => topicSchema.parse(row))
  return ids.flatMap((id) => {
    const topic = known.find((one) => one.id === id)
    const name = topic?.names?.find((one) => one.language === language)?.name ?? ''
    return topic ? [{ id, name }] : []
  })
}

async function aboutIn(payload: Payload, language: string): Promise<string> {
  const mission = z
    .looseObject({
      names: z
        .array(z.looseObject({ language: z.string(), about: z.string().nullish() }))
        .nullish(),
    })
    .parse(await payload.findGlobal({ slug: 'mission', depth: 0 }))
  return mission.names?.find((one) => one.language === language)?.about ?? ''
}

function sharedOf(release: Extract<DeskDoc, { type: 'release' }>): Shared {
  return {
    kind: kind(release.kind),
    datelineDate: release.datelineDate?.slice(0, 10) ?? null,
    sourceUrl: release.sourceUrl,
    topics: release.topics,
    images: release.images,
    documents: release.documents,
    contacts: release.contacts,
    embargo: release.embargo,
    about: release.about,
    boilerplate: release.boilerplate,
  }
}

function ownOf(doc: Extract<DeskDoc, { type: 'release' | 'translation' }>): Own {
  return {
    language: doc.language,
    headline: doc.headline,
    lead: doc.lead,
    body: fromLexical(doc.body),
    datelinePlace: doc.datelinePlace,
    sourceLabel: doc.sourceLabel,
  }
}

/** What a translation takes from its release: from the live edition, and from the desk while none is live. */
export async function sharedOfSource(payload: Payload, release: string): Promise<Shared> {
  const entry = await entryOf(payload, release)
  if (entry?.standing === 'live') {
    const edition = await payload.db.findOne<{ id: string; content: string }>({
      collection: 'editions',
      where: { id: { equals: entry.edition } },
    })
    if (!edition) throw new Error(`edition ${entry.edition} is missing`)
    const frozen = JSON.parse(edition.content) as TextContent
    const pictured = frozen.body.flatMap((block) => (block.type === 'image' ? [block.image] : []))
    return {
      ...frozen,
      images: frozen.images.map(({ id }) => id).filter((id) => !pictured.includes(id)),
      topics: frozen.topics.map(({ id }) => id),
      documents: frozen.documents.map(({ id }) => id),
      contacts: frozen.contacts.map(({ id }) => id),
      about: frozen.about !== '',
      boilerplate: standingIn(frozen.body),
    }
  }
  const doc = await loadDoc(payload, 'release', release)
  if (doc?.type !== 'release') throw new Error(`release ${release} is missing`)
  const own = fromLexical(doc.body).flatMap((block) =>
    block.type === 'image' ? [block.image] : [],
  )
  const shared = sharedOf(doc)
  return { ...shared, images: shared.images.filter((id) => !own.includes(id)) }
}

/** The content of a desk document as it would be published now, with its fingerprint. */
export async function resolve(payload: Payload, doc: DeskDoc): Promise<Resolved> {
  if (doc.type !== 'release' && doc.type !== 'translation') {
    const content = itemContent(doc)
    return {
      content,
      fingerprint: fingerprintOf(content),
      around: { published: new Set(), cleared: new Set(), origin: payload.config.serverURL },
    }
  }
  const shared =
    doc.type === 'release' ? sharedOf(doc) : await sharedOfSource(payload, doc.release ?? '')
  const { content: text, around } = await textAround(payload, ownOf(doc), shared)
  const content: Content = { type: 'text', ...text }
  return { content, fingerprint: fingerprintOf(content), around }
}

interface TextAround {
  content: TextContent
  around: Surroundings
}

async function textAround(payload: Payload, own: Own, shared: Shared): Promise<TextAround> {
  const { content, parts, unsaid } = await textContent(payload, own, shared)
  const around = aroundOf(payload, parts)
  return {
    content,
    around: unsaid.length > 0 ? { ...around, standingUnsaid: unsaid } : around,
  }
}

const idsOf = (parts: readonly { id: string }[]): string[] => parts.map(({ id }) => id)

/** What stands now around a text as it was frozen. */
export async function aroundFrozen(
  payload: Payload,
  { images, documents, contacts }: TextContent,
): Promise<Surroundings> {
  const wanted = { images: idsOf(images), documents: idsOf(documents), contacts: idsOf(contacts) }
  return aroundOf(payload, await partsOf(payload, wanted))
}

function aroundOf(payload: Payload, parts: Parts): Surroundings {
  const cleared = [...parts.images].filter(([, image]) => image.cleared).map(([id]) => id)
  return {
    published: parts.published,
    cleared: new Set(cleared),
    origin: payload.config.serverURL,
  }
}

/** What a text would show besides its words, which stand in a form. `body`: for the pictures in it. */
export function contentAround(
  payload: Payload,
  language: string,
  body: readonly Block[],
  shared: Shared,
): Promise<TextAround> {
  const wordless = { headline: '', lead: '', datelinePlace: '', sourceLabel: '' }
  return textAround(payload, { language, body, ...wordless }, shared)
}
