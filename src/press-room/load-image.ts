import { type Basics, byId, liveEditions } from './load.ts'
import { type EditionOf, type Entry, isEditionOf } from './records.ts'
import type { PressStore } from './store.ts'
import type { ReleaseListFacts } from './view/lists.ts'
import { pictureInText } from './view/pictures.ts'

/** An image with the live texts in one language that show it, newest first. */
export interface ImageFacts extends ReleaseListFacts {
  entry: Entry
  edition: EditionOf<'image'>
}

/** Nobody reads on through more of them. */
const mostTexts = 50

/** What the page of an image shows; `gone` with its row where it was public once, null where it never was. */
export async function loadImage(
  store: PressStore,
  basics: Basics,
  { language, name }: { language: string; name: string },
): Promise<ImageFacts | { gone: Entry } | null> {
  const entry = await store.entryAt('mul', name)
  if (entry?.shelf !== 'images') return null
  if (entry.standing === 'retracted') return { gone: entry }
  const edition = entry.standing === 'live' ? await store.edition(entry.edition) : null
  if (!isEditionOf('image', edition)) return null
  const found = await store.showing(entry.subject, language, mostTexts)
  const editions = byId(await store.editionsOf(found.map((one) => one.edition)))
  const images = [...editions.values()].flatMap((one) =>
    isEditionOf('text', one) ? one.content.images : [],
  )
  const live = await liveEditions(
    store,
    images.map(({ id }) => id),
  )
  // The register only leads there: a text shows the very file that was approved with it, or nothing.
  const entries = found.filter((one) => {
    const text = editions.get(one.edition)
    const said = isEditionOf('text', text)
      ? text.content.images.find(({ id }) => id === entry.subject)
      : undefined
    return said && pictureInText(said, live, language) !== null
  })
  return {
    ...basics,
    language,
    entry,
    edition: { ...edition, slug: entry.slug },
    entries,
    editions,
    live,
    page: 1,
    more: false,
    elsewhere: [],
  }
}
