import type { Language } from '../language/languages.ts'
import type { IncomingItem } from './read-item.ts'
import type { Known, KnownText } from './plan.ts'

/** A text as the desk has kept it. */
export interface Kept {
  text: KnownText
  /** What the desk had no place for, in words: a subject that is no topic here, say. */
  notPlaced: string[]
}

/** The desk said no to one item. `message`: a sentence. `changed`: somebody changed the text meanwhile. */
export class DeskRefusal extends Error {
  readonly changed: boolean

  constructor(message: string, changed = false) {
    super(message)
    this.changed = changed
  }
}

/** What the import needs of the desk. Each call acts in the name of one signed-in person, or throws `DeskRefusal`. */
export interface DeskPort {
  /** The mission's languages. */
  languages(): Promise<readonly string[]>
  /** The text that was imported from this uri, or that is published under it. */
  byUri(uri: string): Promise<KnownText | null>
  /** The text of a release's family in a language: the release itself, or a translation. */
  inLanguage(release: string, language: string): Promise<KnownText | null>
  createRelease(item: IncomingItem, language: Language): Promise<Kept>
  createTranslation(item: IncomingItem, language: Language, release: string): Promise<Kept>
  /** Only if the text is still the draft in the revision that is known. */
  update(text: KnownText, item: IncomingItem): Promise<Kept>
  /** Raises an open item beside a text. False when this version had raised it before. */
  raise(
    kind: 'proposed-update' | 'canceled-at-source',
    text: KnownText,
    item: IncomingItem,
  ): Promise<boolean>
}

/** Everything that a plan for this item asks about. */
export async function knownOf(
  desk: Pick<DeskPort, 'byUri' | 'inLanguage'>,
  item: IncomingItem,
  language: Language | null,
): Promise<Known> {
  const text = await desk.byUri(item.uri)
  if (text || item.translationOf === null) return { text, source: null, translation: null }
  const source = await desk.byUri(item.translationOf)
  const translation = source && language ? await desk.inLanguage(source.release, language) : null
  return { text, source, translation }
}

/**
 * A desk that reads the true one and keeps in memory what an import would make of it, for `--check`. Nothing is
 * written. Memory: a few words for each item that would be kept.
 */
export function pretending(desk: DeskPort): DeskPort {
  const byUri = new Map<string, KnownText>()
  const byLanguage = new Map<string, KnownText>()
  const raised = new Set<string>()
  let made = 0
  const keep = (item: IncomingItem, text: KnownText): Kept => {
    byUri.set(item.uri, text)
    byLanguage.set(`${text.release} ${text.language}`, text)
    return { text, notPlaced: [] }
  }
  const fresh = (
    item: IncomingItem,
    type: KnownText['type'],
    language: string,
    release?: string,
  ) => {
    const id = `new-${++made}`
    return keep(item, {
      id,
      type,
      release: release ?? id,
      language,
      state: 'draft',
      revision: 1,
      importedVersion: item.version,
      importedVersionAt: item.versionAt,
      workedOnSinceImport: false,
      own: false,
    })
  }
  return {
    languages: () => desk.languages(),
    byUri: async (uri) => byUri.get(uri) ?? (await desk.byUri(uri)),
    inLanguage: async (release, language) =>
      byLanguage.get(`${release} ${language}`) ??
      (release.startsWith('new-') ? null : await desk.inLanguage(release, language)),
    createRelease: async (item, language) => fresh(item, 'release', language),
    createTranslation: async (item, language, release) =>
      fresh(item, 'translation', language, release),
    update: async (text, item) =>
      keep(item, { ...text, importedVersion: item.version, importedVersionAt: item.versionAt }),
    raise: async (kind, text, item) => {
      const key = JSON.stringify([kind, text.id, item.version])
      const before = raised.has(key)
      raised.add(key)
      return !before
    },
  }
}
