import type { DeskPort, Shared } from './desk-port.ts'
import type { IncomingItem } from './item.ts'
import type { KnownText, Raised } from './plan.ts'

const isNew = (id: string): boolean => id.startsWith('new-')

/**
 * A desk that reads the true one and keeps in memory what an import would make of it, for `--check`. Nothing is
 * written. Memory: a few words for each item that would be kept.
 */
export function pretending(desk: DeskPort): DeskPort {
  const byUri = new Map<string, KnownText>()
  const byLanguage = new Map<string, KnownText>()
  const shared = new Map<string, Shared>()
  const raised = new Map<string, Raised[]>()
  let made = 0
  const keep = (item: IncomingItem, text: KnownText): KnownText => {
    byUri.set(item.uri, text)
    byLanguage.set(`${text.release} ${text.language}`, text)
    if (text.type === 'release') {
      const { sourceUrl, datelineDate, embargo } = item
      shared.set(text.id, { sourceUrl, datelineDate, embargo })
    }
    return text
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
  const raisedHere = (text: KnownText, { uri }: Pick<IncomingItem, 'uri'>): Raised[] => {
    const key = JSON.stringify([text.id, uri])
    const found = raised.get(key) ?? []
    raised.set(key, found)
    return found
  }
  return {
    languages: () => desk.languages(),
    unknownSubjects: (subjects) => desk.unknownSubjects(subjects),
    byUri: async (uri) => byUri.get(uri) ?? (await desk.byUri(uri)),
    inLanguage: async (release, language) =>
      byLanguage.get(`${release} ${language}`) ??
      (isNew(release) ? null : await desk.inLanguage(release, language)),
    sharedOf: async (release) => shared.get(release) ?? (await desk.sharedOf(release)),
    createRelease: async (item, language) => fresh(item, 'release', language),
    createTranslation: async (item, language, release) =>
      fresh(item, 'translation', language, release),
    update: async (text, item) => {
      keep(item, { ...text, importedVersion: item.version, importedVersionAt: item.versionAt })
    },
    raisedBefore: async (text, item) => [
      ...raisedHere(text, item),
      ...(isNew(text.id) ? [] : await desk.raisedBefore(text, item)),
    ],
    raise: async (kind, text, item) => {
      const { version, versionAt } = item
      raisedHere(text, item).push({ kind, version, versionAt })
    },
  }
}
