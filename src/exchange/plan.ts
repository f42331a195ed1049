import { type Language, languages } from '../language/languages.ts'
import type { State, TextType } from '../workflow/states.ts'
import { matchLanguage } from './language.ts'
import type { IncomingItem } from './item.ts'

/** A text on the desk, as the import knows it. */
export interface KnownText {
  id: string
  type: TextType
  /** Id of the release of its family: its own, or what it translates. */
  release: string
  language: string
  state: State
  revision: number
  /** Version of the item that it was last imported from; null when it wasn't. */
  importedVersion: string | null
  importedVersionAt: string | null
  workedOnSinceImport: boolean
  /** Written and published here: its address says so. */
  own: boolean
}

/** What is known of the things that an item names. */
export interface Known {
  /** The text that this item was imported as before. */
  text: KnownText | null
  /** What it says it translates. */
  source: KnownText | null
  /** The translation of that release that exists in the item's language, whoever made it. */
  translation: KnownText | null
}

export type Plan =
  | { do: 'create-release'; language: Language; notes: string[] }
  | { do: 'create-translation'; language: Language; release: string; notes: string[] }
  | { do: 'update'; text: KnownText; language: Language; notes: string[] }
  /** People have worked on it: the update waits beside it. */
  | { do: 'propose'; text: KnownText; notes: string[] }
  /** Cancelled at its source: people are told, nothing is deleted. */
  | { do: 'raise'; text: KnownText; notes: string[] }
  | { do: 'nothing'; notes: string[] }
  /** `path`: within the item. `expected` completes the sentence “expected …”. */
  | { do: 'refuse'; path: string; expected: string }

/**
 * Which of two versions is newer: positive for the first. Whole numbers by their value; else by their moments; else
 * two that differ are taken in the order in which they come.
 */
export function compareVersions(
  a: { version: string; versionAt: string | null },
  b: { version: string; versionAt: string | null },
): number {
  if (a.version === b.version) return 0
  if (/^\d{1,15}$/.test(a.version) && /^\d{1,15}$/.test(b.version))
    return Number(a.version) - Number(b.version)
  if (a.versionAt && b.versionAt) return Date.parse(a.versionAt) - Date.parse(b.versionAt)
  return 1
}

export type RaisedKind = 'proposed-update' | 'canceled-at-source'

/** A version of an item that has raised an open item beside a text. */
export interface Raised {
  kind: RaisedKind
  version: string
  versionAt: string | null
}

/**
 * Whether a version raises an open item beside a text. `known`: it has raised one before, settled or not. `older`: a
 * newer version of the same item has.
 */
export function raisingOf(
  kind: RaisedKind,
  item: Pick<IncomingItem, 'version' | 'versionAt'>,
  before: readonly Raised[],
): 'new' | 'known' | 'older' {
  if (before.some((one) => one.kind === kind && one.version === item.version)) return 'known'
  return before.some((one) => compareVersions(item, one) < 0) ? 'older' : 'new'
}

/** Which language an item is in here; the second part of a plan that needs it first. */
export function languageOf(item: IncomingItem, mission: readonly string[]): Language | null {
  return matchLanguage(item.language, mission)
}

/** What importing this item would do. Decides only; the same answer serves `--check` and the import itself. */
export function planFor(item: IncomingItem, known: Known, mission: readonly string[]): Plan {
  const { text } = known
  if (text?.own)
    return { do: 'nothing', notes: ['This is a text of this desk; it isn’t imported over itself.'] }
  if (item.canceled) return planForCancelled(item, text)
  const language = languageOf(item, mission)
  if (!language)
    return {
      do: 'refuse',
      path: 'language',
      expected: `one of ${Object.keys(languages).join(', ')}, not ${item.language}: this desk doesn’t know the language`,
    }
  const notes = [
    ...(mission.includes(language)
      ? []
      : [`The mission has no press room in ${languages[language].name} yet.`]),
    ...(item.withheld ? ['Its provider withholds it: it isn’t for publication yet.'] : []),
  ]
  if (text) return planForKnown(item, text, language, notes)
  return planForNew(item, known, language, notes)
}

function planForCancelled(item: IncomingItem, text: KnownText | null): Plan {
  if (!text)
    return { do: 'nothing', notes: ['It is cancelled at its source, and isn’t known here.'] }
  const { importedVersion } = text
  const older =
    importedVersion !== null &&
    compareVersions(item, { version: importedVersion, versionAt: text.importedVersionAt }) < 0
  return older
    ? { do: 'nothing', notes: ['A newer version of it than the cancelled one is here.'] }
    : { do: 'raise', text, notes: [] }
}

function planForKnown(
  item: IncomingItem,
  text: KnownText,
  language: Language,
  notes: string[],
): Plan {
  const { importedVersion } = text
  if (importedVersion !== null) {
    const order = compareVersions(item, {
      version: importedVersion,
      versionAt: text.importedVersionAt,
    })
    if (order === 0) return { do: 'nothing', notes: [] }
    if (order < 0) return { do: 'nothing', notes: ['A newer version of it is here.'] }
  }
  if (text.language !== language)
    return {
      do: 'refuse',
      path: 'language',
      expected: `a version in ${text.language}, as it was imported, not ${language}; import it under another uri`,
    }
  return text.state === 'draft' && !text.workedOnSinceImport
    ? { do: 'update', text, language, notes }
    : { do: 'propose', text, notes }
}

function planForNew(
  item: IncomingItem,
  { source, translation }: Known,
  language: Language,
  notes: string[],
): Plan {
  if (item.translationOf === null) return { do: 'create-release', language, notes }
  if (!source)
    return {
      do: 'create-release',
      language,
      notes: [...notes, `What it translates (${item.translationOf}) isn’t known here.`],
    }
  if (translation?.type === 'release')
    return {
      do: 'create-release',
      language,
      notes: [...notes, 'It says that it translates a text in its own language.'],
    }
  if (translation)
    return {
      do: 'propose',
      text: translation,
      notes: [...notes, 'The release has a translation in this language.'],
    }
  return { do: 'create-translation', language, release: source.release, notes }
}
