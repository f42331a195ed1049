import { article, breadcrumbs } from '../../syndication/json-ld.ts'
import type { Inline, ListBlock, TextContent } from '../../workflow/content.ts'
import { readingOf } from '../../language/reading.ts'
import { homePath, releasePath, sectionPath, sharePath, topicPath } from '../addresses.ts'
import { sharedHeight, sharedWidth } from '../share/size.ts'
import { shortPath } from '../short-links.ts'
import { calendarDay, count, type Dated, day, minute, shortMinutes } from '../dates.ts'
import { publicHref, withPublicLinks } from '../links.ts'
import type { Correction, Edition, EditionOf, Entry, Mission } from '../records.ts'
import { wordsFor } from '../words/words.ts'
import { type ContactCard, contactInText } from './contacts.ts'
import { type DocumentLink, documentLink } from './documents.ts'
import {
  alternatesOf,
  type Frame,
  frameOf,
  type LanguageLink,
  languageName,
  missionName,
} from './frame.ts'
import { type Picture, pictureInText } from './pictures.ts'

/** What a reader must know before reading. Never told by colour alone. */
export interface Notice {
  kind: 'withdrawn' | 'reinstated' | 'corrected' | 'lagging'
  /** One short phrase. */
  title: string
  paragraphs: readonly string[]
  date: Dated
  link: { href: string; label: string; language: string; name: string } | null
}

export type BodyBlock =
  | { type: 'paragraph'; children: readonly Inline[] }
  | { type: 'heading'; level: 2 | 3; children: readonly Inline[] }
  | ListBlock
  /** With the quotation marks of the language. */
  | { type: 'quotation'; paragraphs: readonly string[]; speaker: string }
  | { type: 'picture'; picture: Picture }

/** What one release page shows. Named field by field: nothing becomes public by accident. */
export interface ReleasePage {
  frame: Frame
  notices: readonly Notice[]
  kind: string
  place: string
  /** Day of the date line; of the first publication where it has none. */
  date: Dated
  headline: string
  lead: string
  /** Null in the preview of what never was. */
  published: Dated | null
  /** Null unless it was published again with a change that readers are told of. */
  updated: Dated | null
  picture: Picture | null
  body: readonly BodyBlock[]
  /** Pictures that stand neither on top nor within the text. */
  pictures: readonly Picture[]
  source: { label: string; href: string | null } | null
  about: { title: string; paragraphs: readonly string[] } | null
  contacts: readonly ContactCard[]
  documents: readonly DocumentLink[]
  /** Null where there is none yet. */
  plainText: string | null
  data: string | null
  /** Of what is live only: nothing that was withdrawn is handed out to be taken over. */
  kit: string | null
  /** `href`: of the other texts on it; null where they can't be read. */
  topics: readonly { name: string; href: string | null }[]
  /** For passing it on; null where there is nothing to lead to yet, or no more. */
  share: { mail: string; short: string } | null
  /** Other texts of its language. */
  earlier: NearbyLink | null
  later: NearbyLink | null
  related: readonly NearbyLink[]
  /** How many words it has, and how long they take to read. */
  extent: { words: string; time: string }
}

export interface NearbyLink {
  href: string
  headline: string
  date: Dated
}

/** The texts of its language that were published just before and after it, and some on its topics. */
export interface Nearby {
  earlier: Entry | null
  later: Entry | null
  related: readonly Entry[]
}

/** All that a release page is made of. `live`: the live editions of the items that the text shows, by item. */
export interface ReleaseFacts {
  mission: Mission
  logo: Picture | null
  origin: string
  entry: Entry
  edition: EditionOf<'text'>
  family: readonly Entry[]
  /** The edition that the family's release shows now; of a translation only. */
  original: Edition | null
  corrections: readonly Correction[]
  live: ReadonlyMap<string, Edition>
  /** What its topics are called in addresses, by their ids; left out where nothing leads to them. */
  slugs?: ReadonlyMap<string, string>
  /** Left out where nothing leads on to other texts. */
  nearby?: Nearby
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The notices of a text, gravest first. */
export function noticesOf(
  facts: Pick<ReleaseFacts, 'entry' | 'mission' | 'family' | 'original' | 'corrections'>,
): Notice[] {
  const { entry, mission, family, original, corrections } = facts
  const { language } = entry
  const words = wordsFor(language)
  const on = (moment: string): Dated => day(moment, language, mission.timeZone)
  const notices: Notice[] = []
  if (entry.standing === 'withdrawn') {
    const date = on(entry.noticeAt ?? entry.updatedAtPublic)
    notices.push({
      kind: 'withdrawn',
      title: words.withdrawn,
      paragraphs: [words.withdrawnOn(date.text), ...paragraphs(entry.explanation)],
      date,
      link: null,
    })
  }
  if (entry.standing === 'live' && entry.noticeAt) {
    const date = on(entry.noticeAt)
    notices.push({
      kind: 'reinstated',
      title: words.reinstated,
      paragraphs: [words.reinstatedOn(date.text), ...paragraphs(entry.explanation)],
      date,
      link: null,
    })
  }
  const release = family.find(({ of }) => of === 'release')
  if (entry.of === 'translation' && entry.standing === 'live' && release) {
    if (release.standing === 'live' && entry.madeFrom && entry.madeFrom !== release.fingerprint) {
      const date = on(original?.publishedAt ?? release.updatedAtPublic)
      notices.push({
        kind: 'lagging',
        title: words.lagging,
        paragraphs: [words.laggingSince(date.text)],
        date,
        link: {
          href: releasePath(release.language, release.slug),
          label: words.readOriginal,
          language: release.language,
          name: languageName(release.language),
        },
      })
    } else if (release.standing !== 'live') {
      notices.push({
        kind: 'lagging',
        title: words.notice,
        paragraphs: [words.originalWithdrawn],
        date: on(release.noticeAt ?? release.updatedAtPublic),
        link: null,
      })
    }
  }
  for (const { note, publishedAt } of corrections) {
    const date = on(publishedAt)
    notices.push({
      kind: 'corrected',
      title: words.corrected(date.text),
      paragraphs: paragraphs(note),
      date,
      link: null,
    })
  }
  return notices
}

function listWithPublicLinks(list: ListBlock): ListBlock {
  return {
    type: 'list',
    ordered: list.ordered,
    items: list.items.map(({ children, list: inner }) => ({
      children: withPublicLinks(children),
      ...(inner ? { list: listWithPublicLinks(inner) } : {}),
    })),
  }
}

/** Speech within the quotation marks of a language. */
export function quoted(text: string, language: string): string[] {
  const [open, close] = wordsFor(language).quotes
  const parts = paragraphs(text)
  return parts.map(
    (part, index) => `${index === 0 ? open : ''}${part}${index === parts.length - 1 ? close : ''}`,
  )
}

function bodyOf(content: TextContent, pictures: ReadonlyMap<string, Picture>): BodyBlock[] {
  return content.body.flatMap((block): BodyBlock[] => {
    switch (block.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: withPublicLinks(block.children) }]
      case 'heading':
        return [{ type: 'heading', level: block.level, children: withPublicLinks(block.children) }]
      case 'list':
        return [listWithPublicLinks(block)]
      case 'quotation':
        return [
          {
            type: 'quotation',
            paragraphs: quoted(block.text, content.language),
            speaker: block.speaker,
          },
        ]
      case 'image': {
        const picture = pictures.get(block.image)
        return picture ? [{ type: 'picture', picture }] : []
      }
    }
  })
}

/** A text among its language versions. */
export type Version = Pick<ReleaseFacts, 'mission' | 'origin' | 'entry' | 'family'>

/** The language versions that can be read now, this one included, in the mission's order. */
function versionsOf({ entry, family, mission }: Version): LanguageLink[] {
  const order = (language: string): number => {
    const at = mission.languages.indexOf(language)
    return at === -1 ? mission.languages.length : at
  }
  return family
    .filter(({ subject, standing }) => standing === 'live' || subject === entry.subject)
    .map(({ language, slug, subject }) => ({
      language,
      name: languageName(language),
      href: releasePath(language, slug),
      current: subject === entry.subject,
    }))
    .sort((a, b) => order(a.language) - order(b.language))
}

/** Links between the language versions of a live text for search engines; the same on each of them. */
export function alternatesOfText(version: Version): Frame['alternates'] {
  const { mission, origin, entry, family } = version
  const versions = versionsOf(version)
  const release = family.find(({ of, standing }) => of === 'release' && standing === 'live')
  const standard = versions.some(({ language }) => language === mission.defaultLanguage)
    ? mission.defaultLanguage
    : (release?.language ?? entry.language)
  return alternatesOf(versions, standard, origin)
}

function sourceOf({ sourceLabel, sourceUrl }: TextContent): ReleasePage['source'] {
  const href = sourceUrl === '' ? null : publicHref(sourceUrl)
  const label = sourceLabel.trim() || (href ? new URL(href).hostname : '')
  return label === '' ? null : { label, href }
}

function headOf(facts: ReleaseFacts, pictures: readonly Picture[]): Frame {
  const { mission, origin, entry, edition, logo } = facts
  const { content } = edition
  const words = wordsFor(entry.language)
  const versions = versionsOf(facts)
  const live = entry.standing === 'live'
  return frameOf({
    mission,
    logo,
    origin,
    language: entry.language,
    path: releasePath(entry.language, entry.slug),
    title: live ? content.headline : `${words.withdrawn}: ${content.headline}`,
    description: content.lead,
    section: 'releases',
    languages: versions,
    // Nothing leads search engines from or to a text that is withdrawn.
    alternates: live ? alternatesOfText(facts) : [],
    listed: live,
    forms: [
      { type: 'text/plain', href: origin + releasePath(entry.language, entry.slug, 'txt') },
      { type: 'application/json', href: origin + releasePath(entry.language, entry.slug, 'json') },
      ...(live
        ? [
            {
              type: 'application/json+oembed',
              href: origin + releasePath(entry.language, entry.slug, 'oembed'),
            },
          ]
        : []),
    ],
    data: live ? linkedData(facts, pictures) : [],
    share: {
      type: 'article',
      published: entry.publishedAt,
      modified: entry.updatedAtPublic,
      image: live
        ? {
            url: origin + sharePath(entry.language, entry.slug, entry.number),
            width: sharedWidth,
            height: sharedHeight,
            alt: content.headline,
          }
        : null,
    },
  })
}

/** What search engines read of a text: what its page shows, in the vocabulary of schema.org. */
function linkedData(facts: ReleaseFacts, pictures: readonly Picture[]): object[] {
  const { mission, origin, entry, edition, family, logo } = facts
  const { content } = edition
  const { language } = entry
  const addressOf = (one: Entry): string => origin + releasePath(one.language, one.slug)
  const others = family.filter(
    ({ standing, subject }) => standing === 'live' && subject !== entry.subject,
  )
  const release = others.find(({ of }) => of === 'release')
  const home = origin + homePath(language)
  const name = missionName(mission, language)
  return [
    article({
      url: addressOf(entry),
      language,
      headline: content.headline,
      lead: content.lead,
      publishedAt: entry.publishedAt,
      updatedAt: entry.updatedAtPublic,
      pictures: pictures.map((picture) => ({
        url: origin + picture.download,
        width: picture.width,
        height: picture.height,
        caption: picture.caption,
        credit: picture.credit,
        copyright: picture.copyright,
        licence: picture.licence ?? '',
        page: origin + (picture.page ?? sectionPath(language, 'images')),
      })),
      topics: topicsOf(content),
      translationOf: entry.of === 'translation' && release ? addressOf(release) : null,
      translations: entry.of === 'release' ? others.map(addressOf) : [],
      organisation: { name, url: home, logo: logo ? origin + logo.src : null },
    }),
    breadcrumbs([
      { name, url: home },
      { name: wordsFor(language).releases, url: origin + sectionPath(language, 'releases') },
      { name: content.headline, url: addressOf(entry) },
    ]),
  ]
}

export function topicsOf({ topics }: TextContent): string[] {
  return topics.map(({ name }) => name).filter((name) => name !== '')
}

/** The page of one edition of a release or translation. */
export function releasePage(facts: ReleaseFacts): ReleasePage {
  const { mission, entry, edition, live } = facts
  const { content } = edition
  const { language } = entry
  const shown = content.images.flatMap((image) => {
    const picture = pictureInText(image, live, language)
    // A text keeps its address when the mission no longer offers its language; pages of images don't.
    const page = mission.languages.includes(language) ? (picture?.page ?? null) : null
    return picture ? [[image.id, { ...picture, page }] as const] : []
  })
  const within = new Set(content.body.map((block) => (block.type === 'image' ? block.image : '')))
  const [top, ...rest] = shown.filter(([id]) => !within.has(id)).map(([, picture]) => picture)
  const said = paragraphs(content.about)
  return {
    // The picture on top first: it is the one that a shared link shows.
    frame: headOf(facts, [
      ...new Set([...(top ? [top] : []), ...shown.map(([, picture]) => picture)]),
    ]),
    notices: noticesOf(facts),
    kind: wordsFor(language).kinds[content.kind],
    place: content.datelinePlace,
    date: content.datelineDate
      ? calendarDay(content.datelineDate, language)
      : day(entry.publishedAt, language, mission.timeZone),
    headline: content.headline,
    lead: content.lead,
    published: minute(entry.publishedAt, language, mission.timeZone),
    updated:
      entry.updatedAtPublic > entry.publishedAt
        ? minute(entry.updatedAtPublic, language, mission.timeZone)
        : null,
    picture: top ?? null,
    body: bodyOf(content, new Map(shown)),
    pictures: rest,
    source: sourceOf(content),
    about:
      said.length > 0
        ? { title: wordsFor(language).about(missionName(mission, language)), paragraphs: said }
        : null,
    contacts: content.contacts.flatMap((contact) => contactInText(contact, live, language) ?? []),
    documents: content.documents.flatMap(({ id, title }) => {
      const shownNow = live.get(id)
      return shownNow?.content.type === 'document'
        ? [documentLink(shownNow.id, shownNow.content, { title, lang: null }, language)]
        : []
    }),
    plainText: releasePath(language, entry.slug, 'txt'),
    data: releasePath(language, entry.slug, 'json'),
    kit: entry.standing === 'live' ? releasePath(language, entry.slug, 'zip') : null,
    topics: content.topics.flatMap(({ id, name }) => {
      const slug = entry.standing === 'live' ? facts.slugs?.get(id) : undefined
      return name === '' ? [] : [{ name, href: slug ? topicPath(language, slug) : null }]
    }),
    ...leadingOn(facts),
    extent: extentOf(content),
  }
}

function leadingOn({
  entry,
  edition,
  mission,
  origin,
  nearby,
}: ReleaseFacts): Pick<ReleasePage, 'share' | 'earlier' | 'later' | 'related'> {
  // A text that was withdrawn is read as a record, and leads nobody on.
  if (entry.standing !== 'live' || !nearby)
    return { share: null, earlier: null, later: null, related: [] }
  const linkTo = ({ language, slug, headline, publishedAt }: Entry): NearbyLink => ({
    href: releasePath(language, slug),
    headline,
    date: day(publishedAt, language, mission.timeZone),
  })
  // Among files nobody is there who knows where a short address leads.
  const short =
    origin +
    (mission.searchable === false
      ? releasePath(entry.language, entry.slug)
      : shortPath(entry.subject))
  const subject = encodeURIComponent(edition.content.headline)
  const body = encodeURIComponent(`${edition.content.headline}\r\n${short}\r\n`)
  return {
    share: { mail: `mailto:?subject=${subject}&body=${body}`, short },
    earlier: nearby.earlier && linkTo(nearby.earlier),
    later: nearby.later && linkTo(nearby.later),
    related: nearby.related.map(linkTo),
  }
}

function extentOf(content: TextContent): ReleasePage['extent'] {
  const { language } = content
  const { words, minutes } = readingOf(content)
  const said = wordsFor(language)
  return {
    words: said.wordCount(count(words, language)),
    time: said.readingTime(shortMinutes(minutes, language)),
  }
}
