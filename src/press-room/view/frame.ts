import { isLanguage, languages as known } from '../../language/languages.ts'
import {
  feedFormats,
  type FeedFormat,
  feedNames,
  feedPath,
  feedTypes,
  homePath,
  searchAction,
  type Section,
  sectionPath,
  sections,
  statementNames,
  statementPath,
} from '../addresses.ts'
import type { Mission } from '../records.ts'
import { statementsFor } from '../words/statements/statements.ts'
import { wordsFor } from '../words/words.ts'
import type { Picture } from './pictures.ts'

export interface LanguageLink {
  language: string
  /** Its own name for itself. */
  name: string
  href: string
  current: boolean
}

/** What stands around every page, and in its head. Addresses in the head are absolute. */
export interface Frame {
  language: string
  direction: 'ltr' | 'rtl'
  mission: string
  home: string
  /** Whether this page is the home page itself. */
  atHome: boolean
  /** Stands above everything on a page that isn't public. */
  banner: string | null
  logo: Picture | null
  address: readonly string[]
  colour: string
  /** For the browser's tab, without the mission's name. */
  title: string
  description: string
  canonical: string | null
  /** Language versions of this page, itself included; empty when it has no others. */
  alternates: readonly { hreflang: string; href: string }[]
  /** Machine-readable forms of this page. */
  forms: readonly { type: string; href: string }[]
  /** The feeds of the page's language; empty where the press room has none in it. */
  feeds: readonly { format: FeedFormat; type: string; href: string; name: string }[]
  /** What search engines read: objects of schema.org. */
  data: readonly object[]
  /** What a shared link shows. */
  share: {
    type: 'article' | 'website'
    published: string | null
    modified: string | null
    image: ShareImage | null
  }
  /** Whether search engines may list the page. */
  listed: boolean
  /** Where the words of a search go; null on the page of the search, which has a form of its own, and on drafts. */
  search: string | null
  nav: readonly { section: Section; href: string; label: string; current: boolean }[]
  /** What stands at the foot of every page: what the press room says of itself. */
  foot: readonly { href: string; name: string }[]
  /** This page's own language versions. */
  languages: readonly LanguageLink[]
  /** The press room's home in each of its languages, where this page itself isn't in all of them. */
  homes: readonly LanguageLink[]
}

/** `url`: absolute. Pixels. */
export interface ShareImage {
  url: string
  width: number
  height: number
  alt: string
}

export interface FrameInput {
  mission: Mission
  language: string
  origin: string
  title: string
  logo?: Picture | null
  description?: string
  /** Canonical path of the page; null for a page that has no address of its own, such as a 404. */
  path: string | null
  section?: Section | null
  atHome?: boolean
  languages?: readonly LanguageLink[]
  alternates?: Frame['alternates']
  forms?: Frame['forms']
  data?: Frame['data']
  share?: Partial<Frame['share']>
  listed?: boolean
  /** Whether this is the page of the search. */
  searching?: boolean
}

/** A language's own name; the tag itself for one that is not known. */
export function languageName(language: string): string {
  return isLanguage(language) ? known[language].name : language
}

/** The mission's name in a language; in its own language, or any, where it has none in this one. */
export function missionName(mission: Mission, language: string): string {
  const name = (wanted: string): string | undefined =>
    mission.names.find((one) => one.language === wanted && one.name !== '')?.name
  return (
    name(language) ??
    name(mission.defaultLanguage) ??
    mission.names[0]?.name ??
    wordsFor(language).pressRoom
  )
}

/** The same kind of page in each of the mission's languages. */
export function siblings(
  mission: Mission,
  language: string,
  pathIn: (language: string) => string,
): LanguageLink[] {
  return mission.languages.map((one) => ({
    language: one,
    name: languageName(one),
    href: pathIn(one),
    current: one === language,
  }))
}

/** Links between language versions for search engines, `x-default` last. Empty for fewer than two. */
export function alternatesOf(
  versions: readonly { language: string; href: string }[],
  standard: string,
  origin: string,
): Frame['alternates'] {
  if (versions.length < 2) return []
  const links = versions.map(({ language, href }) => ({ hreflang: language, href: origin + href }))
  const fallback = links.find(({ hreflang }) => hreflang === standard) ?? links[0]
  return fallback ? [...links, { hreflang: 'x-default', href: fallback.href }] : links
}

/** The frame of one page. */
export function frameOf(input: FrameInput): Frame {
  const { mission, language, origin, path } = input
  const words = wordsFor(language)
  const languages = input.languages ?? []
  return {
    language,
    direction: isLanguage(language) ? known[language].direction : 'ltr',
    mission: missionName(mission, language),
    home: homePath(language),
    atHome: input.atHome ?? false,
    banner: null,
    logo: input.logo ?? null,
    address: mission.address.split('\n').filter((line) => line.trim() !== ''),
    colour: mission.colour,
    title: input.title,
    // What a search engine shows under the title.
    description:
      input.description ||
      (path === null ? '' : `${input.title} – ${missionName(mission, language)}`),
    canonical: path === null ? null : origin + path,
    alternates: input.alternates ?? [],
    forms: input.forms ?? [],
    feeds: mission.languages.includes(language)
      ? feedFormats.map((format) => ({
          format,
          type: feedTypes[format],
          href: feedPath(language, format),
          name: feedNames[format],
        }))
      : [],
    data: input.data ?? [],
    share: { type: 'website', published: null, modified: null, image: null, ...input.share },
    listed: input.listed ?? path !== null,
    search:
      mission.languages.includes(language) && mission.searchable !== false && !input.searching
        ? searchAction(language)
        : null,
    nav: sections.map((section) => ({
      section,
      href: sectionPath(language, section),
      label: words[section],
      current: input.section === section,
    })),
    foot: mission.languages.includes(language)
      ? statementNames.map((name) => ({
          href: statementPath(language, name),
          name: statementsFor(language)[name],
        }))
      : [],
    languages,
    homes: languages.length < mission.languages.length ? siblings(mission, language, homePath) : [],
  }
}
