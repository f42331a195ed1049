import type { Language } from '../language/languages.ts'
import type { IncomingItem } from './item.ts'
import type { Known, KnownText, Raised, RaisedKind } from './plan.ts'

/** The desk said no to one item. `message`: a sentence. `changed`: somebody changed the text meanwhile. */
export class DeskRefusal extends Error {
  readonly changed: boolean

  constructor(message: string, changed = false) {
    super(message)
    this.changed = changed
  }
}

/** What a release gives to its translations, and an item of a translation can't change. */
export type Shared = Pick<IncomingItem, 'sourceUrl' | 'datelineDate' | 'embargo'>

/** What the import needs of the desk. Each call acts in the name of one signed-in person, or throws `DeskRefusal`. */
export interface DeskPort {
  /** The mission's languages. */
  languages(): Promise<readonly string[]>
  /** The text that was imported from this uri, or that is published under it. */
  byUri(uri: string): Promise<KnownText | null>
  /** The text of a release's family in a language: the release itself, or a translation. */
  inLanguage(release: string, language: string): Promise<KnownText | null>
  sharedOf(release: string): Promise<Shared>
  /** Those of the subjects that are no topic here, by any of its names. */
  unknownSubjects(subjects: readonly string[]): Promise<readonly string[]>
  createRelease(item: IncomingItem, language: Language): Promise<KnownText>
  createTranslation(item: IncomingItem, language: Language, release: string): Promise<KnownText>
  /**
   * Only if the text is still the draft in the revision that is known. What an older version of the item has raised
   * beside it is superseded.
   */
  update(text: KnownText, item: IncomingItem): Promise<void>
  /** What this item has raised beside a text before, settled or not. */
  raisedBefore(text: KnownText, item: Pick<IncomingItem, 'uri'>): Promise<readonly Raised[]>
  /** Raises an open item beside a text; whatever older version of the item is open there is superseded. */
  raise(kind: RaisedKind, text: KnownText, item: IncomingItem): Promise<void>
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
