import type { Payload } from 'payload'
import { slugOf } from '../language/slug.ts'
import { liveEditions, loadBasics } from '../press-room/load.ts'
import { ReleasePage } from '../press-room/pages/release.tsx'
import { renderPage } from '../press-room/pages/render.ts'
import type { Edition, Entry } from '../press-room/records.ts'
import { payloadStore } from '../press-room/store.ts'
import { releasePage, type ReleasePage as View } from '../press-room/view/release.ts'
import type { Picture } from '../press-room/view/pictures.ts'
import { wordsFor } from '../press-room/words/words.ts'
import type { TextContent } from '../workflow/content.ts'
import type { DeskType, TextType } from '../workflow/states.ts'
import { resolve } from './content.ts'
import { collectionOf, type DeskDoc, familyOf, loadDoc, loadDocs } from './documents.ts'

export type TextDoc = Extract<DeskDoc, { type: TextType }>

/** Where a picture or document that isn't published can be had by whoever looks at the preview. */
export type FileAddress = (
  type: 'image' | 'document',
  file: { id: string; filename: string },
) => string

/** At the desk, with its session. */
const onDesk: FileAddress = (type, { filename }) =>
  `/api/${collectionOf[type]}/file/${encodeURIComponent(filename)}`

/** A text on the desk as the press room would show it if it were published now, as HTML; null when there is none. */
export async function previewOf(
  payload: Payload,
  type: TextType,
  id: string,
  now: Date,
): Promise<string | null> {
  const doc = await loadDoc(payload, type, id)
  if (doc?.type !== 'release' && doc?.type !== 'translation') return null
  const view = await previewView(payload, doc, now, onDesk)
  return view && renderPage(ReleasePage, view)
}

/** The page of a draft before it is drawn, with the files that aren't published where `fileAt` says. */
export async function previewView(
  payload: Payload,
  doc: TextDoc,
  now: Date,
  fileAt: FileAddress,
): Promise<View | null> {
  const { content } = await resolve(payload, doc)
  if (content.type !== 'text') return null
  const store = payloadStore(payload)
  const basics = await loadBasics(store, payload.config.serverURL)
  const [present] = await store.entriesOf([doc.id])
  const entry = entryNow(doc, content, present, now.toISOString())
  const live = await liveEditions(store, partsOf(content))
  const unpublished = await partsOnDesk(payload, content, live, fileAt)
  const others = (await store.family(entry.family)).filter(({ subject }) => subject !== doc.id)
  const release = others.find(({ of }) => of === 'release')
  const view = releasePage({
    ...basics,
    entry,
    edition: editionNow(doc, content, entry),
    family: [...others, entry],
    original: release ? await store.edition(release.edition) : null,
    corrections: present ? await store.corrections([present]) : [],
    live: new Map([...live, ...unpublished.editions]),
  })
  // A draft that gave a time of its own would look like news.
  const published = present ? view.published : null
  return { ...asPreview(view, unpublished.files), published }
}

/** The row that publishing would make or change. */
function entryNow(
  doc: TextDoc,
  content: TextContent,
  present: Entry | undefined,
  at: string,
): Entry {
  return {
    id: '',
    subject: doc.id,
    of: doc.type,
    shelf: 'texts',
    family: familyOf(doc),
    language: content.language,
    slug: present?.slug ?? slugOf(content.headline),
    kind: content.kind,
    headline: content.headline,
    standing: 'live',
    edition: '',
    number: doc.edition + 1,
    fingerprint: '',
    madeFrom: doc.type === 'translation' ? doc.madeFrom : null,
    publishedAt: present?.publishedAt ?? at,
    updatedAtPublic: at,
    noticeAt: null,
    explanation: '',
  }
}

function editionNow(doc: TextDoc, content: TextContent, entry: Entry) {
  return {
    id: '',
    subject: doc.id,
    number: entry.number,
    change: entry.number === 1 ? ('first' as const) : ('major' as const),
    publicNote: '',
    publishedAt: entry.updatedAtPublic,
    content: { type: 'text' as const, ...content },
  }
}

function partsOf({ images, documents, contacts }: TextContent): string[] {
  return [...images, ...documents, ...contacts].map(({ id }) => id)
}

interface OnDesk {
  editions: Map<string, Edition>
  /** Where a file can be had, by the id of the edition that was made up for it. */
  files: Map<string, string>
}

/** Pictures, documents and contacts that aren't published, as if they were. */
async function partsOnDesk(
  payload: Payload,
  content: TextContent,
  live: ReadonlyMap<string, Edition>,
  fileAt: FileAddress,
): Promise<OnDesk> {
  const found: OnDesk = { editions: new Map(), files: new Map() }
  const missing = (parts: readonly { id: string }[]): string[] =>
    parts.map(({ id }) => id).filter((id) => !live.has(id))
  const wanted: [DeskType, string[]][] = [
    ['image', missing(content.images)],
    ['document', missing(content.documents)],
    ['contact', missing(content.contacts)],
  ]
  for (const [type, ids] of wanted) {
    for (const doc of await loadDocs(payload, type, ids)) {
      const resolved = await resolve(payload, doc)
      const id = `desk-${doc.id}`
      found.editions.set(doc.id, {
        id,
        subject: doc.id,
        number: doc.edition + 1,
        change: 'first',
        publicNote: '',
        publishedAt: '',
        content: resolved.content,
      })
      if (doc.type === 'image' || doc.type === 'document')
        found.files.set(id, fileAt(doc.type, doc))
    }
  }
  return found
}

/** With its banner, out of every index, and with other addresses of files where there are no public ones. */
function asPreview(view: View, files: ReadonlyMap<string, string>): View {
  // Public addresses of files: /files/<shelf>/<edition>/<name>.
  const fileOf = (address: string): string | undefined => files.get(address.split('/')[3] ?? '')
  const shown = (picture: Picture): Picture => {
    const src = fileOf(picture.src)
    return src
      ? {
          ...picture,
          src,
          sources: [],
          srcSet: `${src} ${picture.width}w`,
          download: src,
          page: null,
        }
      : picture
  }
  return {
    ...view,
    frame: {
      ...view.frame,
      banner: wordsFor(view.frame.language).preview,
      listed: false,
      canonical: null,
      search: null,
      alternates: [],
      forms: [],
      feeds: [],
      data: [],
      share: { type: 'article', published: null, modified: null, image: null },
    },
    picture: view.picture ? shown(view.picture) : null,
    pictures: view.pictures.map(shown),
    body: view.body.map((block) =>
      block.type === 'picture' ? { ...block, picture: shown(block.picture) } : block,
    ),
    // They are there when it is published.
    plainText: null,
    data: null,
    kit: null,
    documents: view.documents.map((document) => ({
      ...document,
      href: fileOf(document.href) ?? document.href,
    })),
  }
}
