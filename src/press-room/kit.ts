import { createHash } from 'node:crypto'
import { wallTimeOf } from '../workflow/zoned-time.ts'
import { releasePath } from './addresses.ts'
import { nameInArchive, safeFileName } from './file-names.ts'
import { fileOf } from './files.ts'
import { fullSize } from './image-sizes.ts'
import { loadBasics, loadTexts } from './load.ts'
import { type EditionOf, isEditionOf, isListed } from './records.ts'
import type { PressStore } from './store.ts'
import { type Picture, pictureInText } from './view/pictures.ts'
import { contactsAsText, picturesAsText, releaseAsText } from './view/plain-text.ts'
import { type ReleaseFacts, releasePage } from './view/release.ts'

/** One file of a press kit: words, or a file on the disk (absolute path). `at`: wall-clock time, to the minute. */
export type KitFile = { name: string; at: string } & ({ text: string } | { path: string })

/** Everything that a newsroom takes over with a text. The same files, names and dates have the same ETag. */
export interface PressKit {
  /** The name to save it under. */
  name: string
  /** Strong, quoted. */
  etag: string
  files: readonly KitFile[]
}

interface Marked {
  file: KitFile
  /** Tells its bytes from any others. */
  mark: string
}

const pattern = /^\/([a-z]{2,3})\/releases\/([^/]{1,600})\.zip$/

/**
 * The press kit at a public path: a text in all languages in which it is live, with the pictures in full size and the
 * documents that it shows now. Null for any other path, and for a text that isn't live: its page says why.
 */
export async function pressKit(
  pathname: string,
  { store, origin, mediaDir }: { store: PressStore; origin: string; mediaDir: string },
): Promise<PressKit | null> {
  const [, language = '', name = ''] = pattern.exec(pathname) ?? []
  const slug = decoded(name)
  const entry = slug ? await store.entryAt(language, slug) : null
  if (!entry || !isListed(entry)) return null
  const family = (await store.family(entry.family)).filter(isListed)
  const texts = await loadTexts(store, await loadBasics(store, origin), family)
  const own = texts.find((one) => one.entry.subject === entry.subject)
  // The text's own words first: they stand for a picture that several language versions show.
  return own ? kitOf([own, ...texts.filter((one) => one !== own)], mediaDir) : null
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

type Texts = readonly [ReleaseFacts, ...ReleaseFacts[]]

function kitOf(texts: Texts, mediaDir: string): PressKit {
  const [{ entry }] = texts
  const pictures = picturesOf(texts)
  const files = [
    ...texts.map(textFile).sort((one, other) => (one.file.name < other.file.name ? -1 : 1)),
    ...sheets(texts, pictures),
    ...pictures.flatMap(({ name, edition }) => fromDisk(texts, name, edition, fullSize, mediaDir)),
    ...documentsOf(texts).flatMap(({ name, edition }) =>
      fromDisk(texts, name, edition, safeFileName(edition.content.file.name), mediaDir),
    ),
  ]
  const root = nameInArchive(entry.slug)
  return {
    name: `${root}-${entry.language}.zip`,
    etag: `"${digest(JSON.stringify([root, ...files.map(({ file, mark }) => [file.name, file.at, mark])]))}"`,
    files: files.map(({ file }) => ({ ...file, name: `${root}/${file.name}` })),
  }
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32)

/** What a clock on the mission's wall showed. ZIP knows no time zone, and no day before this one. */
function wallClock({ mission }: ReleaseFacts, { publishedAt }: { publishedAt: string }): string {
  const shown = wallTimeOf(publishedAt, mission.timeZone)
  return shown < '1980' ? '1980-01-01T00:00' : shown
}

function words(facts: ReleaseFacts, name: string, text: string): Marked {
  return { file: { name, at: wallClock(facts, facts.edition), text }, mark: digest(text) }
}

function textFile(facts: ReleaseFacts): Marked {
  const { entry, origin } = facts
  const address = origin + releasePath(entry.language, entry.slug)
  const name = `${entry.language}-${nameInArchive(entry.slug)}.txt`
  return words(facts, name, releaseAsText(releasePage(facts), address))
}

/** Who answers questions, and what the pictures show and cost, in the language of the address. */
function sheets([own]: Texts, pictures: readonly KitPicture[]): Marked[] {
  const { language } = own.entry
  const { contacts } = releasePage(own)
  const all = [
    ['contacts.txt', contactsAsText(contacts, language)],
    ['pictures.txt', picturesAsText(pictures, language)],
  ] as const
  return all.flatMap(([name, text]) => (text === '' ? [] : [words(own, name, text)]))
}

/** A picture of the kit. `name`: its place there. */
interface KitPicture {
  name: string
  edition: EditionOf<'image'>
  picture: Picture
}

const numbered = (folder: string, at: number, name: string): string =>
  `${folder}/${String(at + 1).padStart(2, '0')}-${nameInArchive(name)}`

/** Each picture once, with the words of the first text that shows it. */
function picturesOf(texts: Texts): KitPicture[] {
  const found = new Map<string, Omit<KitPicture, 'name'>>()
  for (const { entry, edition: text, live } of texts)
    for (const image of text.content.images) {
      const edition = live.get(image.id)
      const picture = pictureInText(image, live, entry.language)
      if (picture && isEditionOf('image', edition) && !found.has(image.id))
        found.set(image.id, { edition, picture })
    }
  return [...found.values()].map((one, at) => {
    const stem = one.edition.content.file.name.replace(/\.[^.]*$/, '')
    return { ...one, name: numbered('pictures', at, `${stem}.jpg`) }
  })
}

function documentsOf(texts: Texts): { name: string; edition: EditionOf<'document'> }[] {
  const found = new Map<string, EditionOf<'document'>>()
  for (const { edition: text, live } of texts)
    for (const { id } of text.content.documents) {
      const edition = live.get(id)
      if (isEditionOf('document', edition)) found.set(id, edition)
    }
  return [...found.values()].map((edition, at) => ({
    edition,
    name: numbered('documents', at, edition.content.file.name),
  }))
}

function fromDisk(
  [own]: Texts,
  name: string,
  edition: EditionOf<'image' | 'document'>,
  publicName: string,
  mediaDir: string,
): Marked[] {
  const file = fileOf(edition, publicName, mediaDir)
  return file
    ? [
        {
          file: { name, at: wallClock(own, edition), path: file.path },
          mark: edition.id + file.etag,
        },
      ]
    : []
}
