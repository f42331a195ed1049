import { organisationPage } from '../../syndication/json-ld.ts'
import {
  archivePath,
  homePath,
  releasePath,
  type Section,
  sectionPath,
  topicsPath,
} from '../addresses.ts'
import { count, type Dated, day } from '../dates.ts'
import { type Edition, type Entry, isEditionOf, type Mission } from '../records.ts'
import { wordsFor } from '../words/words.ts'
import { type ContactCard, contactCard } from './contacts.ts'
import { type DocumentLink, documentLink } from './documents.ts'
import {
  alternatesOf,
  type Frame,
  type FrameInput,
  frameOf,
  type LanguageLink,
  languageName,
  missionName,
  siblings,
} from './frame.ts'
import { inLanguage, type Picture, pictureInText, pictureOf } from './pictures.ts'

/** One release in a list. */
export interface ReleaseRow {
  href: string
  headline: string
  lead: string
  kind: string
  date: Dated
  picture: Picture | null
}

/** Links to the pages beside this one; null where there is none. */
export interface Paging {
  page: number
  label: string
  newer: string | null
  older: string | null
}

interface List {
  frame: Frame
  paging: Paging | null
}

export interface ReleaseList extends List {
  rows: readonly ReleaseRow[]
  /** Where there are releases, when there are none in this language. */
  elsewhere: readonly LanguageLink[]
  /** All of them by their months, and by what they are about. */
  archive: string
  topics: string
}

export interface ContactList extends List {
  contacts: readonly ContactCard[]
}

export interface ImageList extends List {
  pictures: readonly Picture[]
}

export interface DocumentList extends List {
  documents: readonly (DocumentLink & { date: Dated })[]
}

export interface HomePage {
  frame: Frame
  about: readonly string[]
  top: ReleaseRow | null
  rows: readonly ReleaseRow[]
  all: string
  contacts: readonly ContactCard[]
  allContacts: string
  elsewhere: readonly LanguageLink[]
}

/** What every list is made of. `editions`: those that the entries show, by their id. */
export interface ListFacts {
  mission: Mission
  logo: Picture | null
  origin: string
  language: string
  page: number
  entries: readonly Entry[]
  more: boolean
  editions: ReadonlyMap<string, Edition>
}

/** Besides, for releases: the live editions of the images that they show, by image. */
export interface ReleaseListFacts extends ListFacts {
  live: ReadonlyMap<string, Edition>
  /** Languages in which there are releases, asked for only when this one has none. */
  elsewhere: readonly string[]
}

const pagesOf =
  ({ language }: ListFacts, section: Section) =>
  (page: number): string =>
    sectionPath(language, section, page)

function listFrame(facts: ListFacts, section: Section): Frame {
  const { mission, logo, origin, language, page } = facts
  const words = wordsFor(language)
  const versions = siblings(mission, language, (one) => sectionPath(one, section))
  const numbered = page > 1 ? ` – ${words.page(count(page, language))}` : ''
  return frameOf({
    mission,
    logo,
    origin,
    language,
    section,
    path: sectionPath(language, section, page),
    title: `${words[section]}${numbered}`,
    languages: versions,
    // Page 2 in one language doesn't hold what page 2 in another does.
    alternates: page === 1 ? alternatesOf(versions, mission.defaultLanguage, origin) : [],
  })
}

/** `pathOf`: the path of a page by its number, from 1. */
export function pagingOf(
  { language, page, more }: Pick<ListFacts, 'language' | 'page' | 'more'>,
  pathOf: (page: number) => string,
): Paging | null {
  if (page === 1 && !more) return null
  return {
    page,
    label: wordsFor(language).page(count(page, language)),
    newer: page > 1 ? pathOf(page - 1) : null,
    older: more ? pathOf(page + 1) : null,
  }
}

export function rowsOf(facts: ReleaseListFacts): ReleaseRow[] {
  const { language, mission, editions, live } = facts
  return facts.entries.flatMap((entry): ReleaseRow[] => {
    const edition = editions.get(entry.edition)
    if (!isEditionOf('text', edition)) return []
    const { content } = edition
    const pictures = content.images.flatMap((image) => pictureInText(image, live, language) ?? [])
    return [
      {
        href: releasePath(language, entry.slug),
        headline: content.headline,
        lead: content.lead,
        kind: wordsFor(language).kinds[content.kind],
        date: day(entry.publishedAt, language, mission.timeZone),
        picture: pictures[0] ?? null,
      },
    ]
  })
}

function elsewhereOf({ elsewhere, language }: ReleaseListFacts, home: boolean): LanguageLink[] {
  return elsewhere
    .filter((one) => one !== language)
    .map((one) => ({
      language: one,
      name: languageName(one),
      href: home ? homePath(one) : sectionPath(one, 'releases'),
      current: false,
    }))
}

/** One page of the releases in one language, newest first. */
export function releaseList(facts: ReleaseListFacts): ReleaseList {
  return {
    frame: listFrame(facts, 'releases'),
    rows: rowsOf(facts),
    paging: pagingOf(facts, pagesOf(facts, 'releases')),
    elsewhere: elsewhereOf(facts, false),
    archive: archivePath(facts.language),
    topics: topicsPath(facts.language),
  }
}

function contactsOf(facts: Pick<ListFacts, 'entries' | 'editions' | 'language' | 'mission'>) {
  return facts.entries.flatMap((entry): ContactCard[] => {
    const edition = facts.editions.get(entry.edition)
    return isEditionOf('contact', edition)
      ? [contactCard(edition.content, facts.language, facts.mission)]
      : []
  })
}

/** One page of the press contacts, those that were published first on top. */
export function contactList(facts: ListFacts): ContactList {
  return {
    frame: listFrame(facts, 'contacts'),
    contacts: contactsOf(facts).toReversed(),
    paging: pagingOf(facts, pagesOf(facts, 'contacts')),
  }
}

/** One page of the image bank, newest first. */
export function imageList(facts: ListFacts): ImageList {
  const { language, mission } = facts
  return {
    frame: listFrame(facts, 'images'),
    pictures: facts.entries.flatMap((entry): Picture[] => {
      const edition = facts.editions.get(entry.edition)
      if (!isEditionOf('image', edition)) return []
      const { texts, credit, copyright, licence } = edition.content
      const { one, lang } = inLanguage(texts, language, mission.defaultLanguage)
      const said = { alt: one?.alt ?? '', caption: one?.caption ?? '' }
      const known = { ...edition, slug: entry.slug }
      return [pictureOf(known, { ...said, credit, copyright, licence, lang }, language)]
    }),
    paging: pagingOf(facts, pagesOf(facts, 'images')),
  }
}

/** One page of the documents, newest first. */
export function documentList(facts: ListFacts): DocumentList {
  const { language, mission } = facts
  return {
    frame: listFrame(facts, 'documents'),
    documents: facts.entries.flatMap((entry) => {
      const edition = facts.editions.get(entry.edition)
      if (!isEditionOf('document', edition)) return []
      const { one, lang } = inLanguage(edition.content.texts, language, mission.defaultLanguage)
      const said = { title: one?.title ?? '', lang }
      const date = day(entry.updatedAtPublic, language, mission.timeZone)
      return [{ ...documentLink(edition.id, edition.content, said, language), date }]
    }),
    paging: pagingOf(facts, pagesOf(facts, 'documents')),
  }
}

/** The home page in one language. `contacts`: some of the press contacts, with their editions. */
export function homePage(
  facts: ReleaseListFacts,
  contacts: Pick<ListFacts, 'entries' | 'editions'>,
): HomePage {
  const { mission, logo, origin, language } = facts
  const words = wordsFor(language)
  const versions = siblings(mission, language, homePath)
  const about = mission.names.find((one) => one.language === language)?.about ?? ''
  const [top = null, ...rows] = rowsOf(facts)
  const input: FrameInput = {
    mission,
    logo,
    origin,
    language,
    path: homePath(language),
    atHome: true,
    title: words.pressRoom,
    description: about,
    languages: versions,
    alternates: alternatesOf(versions, mission.defaultLanguage, origin),
    data: [
      organisationPage({
        name: missionName(mission, language),
        url: origin + homePath(language),
        logo: logo ? origin + logo.src : null,
      }),
    ],
  }
  return {
    frame: frameOf(input),
    about: about.split(/\n+/).filter((line) => line.trim() !== ''),
    top,
    rows,
    all: sectionPath(language, 'releases'),
    contacts: contactsOf({ ...contacts, language, mission }).toReversed(),
    allContacts: sectionPath(language, 'contacts'),
    elsewhere: elsewhereOf(facts, true),
  }
}

export interface ChoicePage {
  frame: Frame
  choices: readonly {
    language: string
    direction: 'ltr' | 'rtl'
    name: string
    mission: string
    href: string
  }[]
}

/** The languages to choose from, at `/`. */
export function choicePage(
  mission: Mission,
  origin: string,
  directionOf: (language: string) => 'ltr' | 'rtl',
): ChoicePage {
  const versions = siblings(mission, '', homePath)
  return {
    frame: {
      ...frameOf({
        mission,
        origin,
        language: mission.defaultLanguage,
        path: '/',
        title: wordsFor(mission.defaultLanguage).chooseLanguage,
        alternates: alternatesOf(versions, mission.defaultLanguage, origin),
      }),
      search: null,
      nav: [],
      homes: [],
    },
    choices: versions.map(({ language, name, href }) => ({
      language,
      direction: directionOf(language),
      name,
      mission: missionName(mission, language),
      href,
    })),
  }
}
