import { cancelledNinjs } from '../../syndication/cancellation.ts'
import type { Feed, FeedFile, FeedItem, LiveItem, NoticeItem } from '../../syndication/feed.ts'
import { blocksToHtml, escapeHtml } from '../../syndication/html.ts'
import { editionAsNinjs } from '../../syndication/ninjs.ts'
import {
  type FeedFormat,
  feedPath,
  homePath,
  releasePath,
  topicFeedPath,
  topicPath,
} from '../addresses.ts'
import { documentPath } from '../files.ts'
import type { Entry, Mission } from '../records.ts'
import { wordsFor } from '../words/words.ts'
import { missionName } from './frame.ts'
import { retractionNotice } from './messages.ts'
import { ninjsEdition, textUri } from './ninjs.ts'
import type { Picture } from './pictures.ts'
import { releaseAsText } from './plain-text.ts'
import {
  type BodyBlock,
  type Notice,
  noticesOf,
  type ReleaseFacts,
  releasePage,
  type ReleasePage,
} from './release.ts'

/** What a feed is made of: the newest texts of a language in any standing, newest first, and all of those that are live. */
export interface FeedFacts {
  mission: Mission
  logo: Picture | null
  origin: string
  language: string
  entries: readonly Entry[]
  texts: readonly ReleaseFacts[]
  /** What all of them are about, where the feed is of one topic. `name` is empty where nothing readable says it. */
  topic?: { slug: string; name: string }
}

/** Atom asks for a date even where nothing was ever published. */
const longAgo = '2000-01-01T00:00:00.000Z'

/** The same texts as ninjs items: of what was taken back a cancellation, which removes it from those who took it over. */
export function ninjsFeed({ origin, entries, texts }: FeedFacts): object[] {
  const live = new Map(texts.map((text) => [text.entry.subject, text]))
  return entries.map((entry) => {
    const text = live.get(entry.subject)
    return text
      ? editionAsNinjs(ninjsEdition(text))
      : cancelledNinjs({
          uri: textUri(origin, entry),
          language: entry.language,
          at: entry.noticeAt ?? entry.updatedAtPublic,
        })
  })
}

/** A feed's own address. */
export function selfOf({ origin, language, topic }: FeedFacts, format: FeedFormat): string {
  return origin + (topic ? topicFeedPath(language, topic.slug, format) : feedPath(language, format))
}

/** The feed of one language in one format. `hub`: where followers are told of changes, or null. */
export function feedOf(facts: FeedFacts, format: FeedFormat, hub: string | null): Feed {
  const { mission, logo, origin, language, entries, texts } = facts
  const live = new Map(texts.map((text) => [text.entry.subject, text]))
  const items = entries.map((entry): FeedItem => {
    const text = live.get(entry.subject)
    return text ? liveItem(text) : noticeItem(facts, entry)
  })
  const changes = items.map(({ updatedAt }) => updatedAt).sort()
  const name = missionName(mission, language)
  const { topic } = facts
  return {
    title: topic?.name ? `${topic.name} – ${name}` : name,
    subtitle: mission.names.find((one) => one.language === language)?.about ?? '',
    language,
    author: name,
    home: origin + (topic ? topicPath(language, topic.slug) : homePath(language)),
    self: selfOf(facts, format),
    hub,
    icon: logo ? origin + logo.src : null,
    updatedAt: changes.at(-1) ?? longAgo,
    items,
  }
}

function identityOf(entry: Entry, origin: string) {
  return {
    uri: textUri(origin, entry),
    language: entry.language,
    publishedAt: entry.publishedAt,
  }
}

const oneLine = ({ title, paragraphs }: Pick<Notice, 'title' | 'paragraphs'>): string =>
  [`${title}.`, ...paragraphs].join(' ')

function liveItem(facts: ReleaseFacts): LiveItem {
  const { entry, edition, family, origin } = facts
  const { content } = edition
  const page = releasePage(facts)
  const [correction] = page.notices.filter(({ kind }) => kind === 'corrected')
  const picture = page.picture ?? page.pictures[0] ?? null
  const url = origin + releasePath(entry.language, entry.slug)
  return {
    ...identityOf(entry, origin),
    standing: 'live',
    url,
    updatedAt: entry.updatedAtPublic,
    kind: content.kind,
    kindName: page.kind,
    headline: content.headline,
    lead: content.lead,
    html: htmlOf(page, origin),
    text: releaseAsText(page, url),
    topics: page.topics.map(({ name }) => name),
    image: picture
      ? { url: origin + picture.src, mime: 'image/jpeg', bytes: null, title: picture.caption }
      : null,
    files: filesOf(facts),
    alternates: family
      .filter(({ standing, subject }) => standing === 'live' && subject !== entry.subject)
      .map(({ language, slug }) => ({ language, url: origin + releasePath(language, slug) })),
    notice: correction ? oneLine(correction) : '',
  }
}

function noticeItem({ mission, origin }: FeedFacts, entry: Entry): NoticeItem {
  const head = {
    ...identityOf(entry, origin),
    updatedAt: entry.noticeAt ?? entry.updatedAtPublic,
  }
  const words = wordsFor(entry.language)
  if (entry.standing === 'retracted') {
    const { title, paragraphs } = retractionNotice(entry, mission)
    return { ...head, standing: 'retracted', url: null, title, notice: paragraphs.join(' ') }
  }
  const [notice] = noticesOf({ entry, mission, family: [], original: null, corrections: [] })
  return {
    ...head,
    standing: 'withdrawn',
    url: origin + releasePath(entry.language, entry.slug),
    title: `${words.withdrawn}: ${entry.headline}`,
    notice: notice?.paragraphs.join(' ') ?? words.withdrawn,
  }
}

/** The documents that the text offers, as they are public now. */
export function filesOf({ edition, live, origin }: ReleaseFacts): FeedFile[] {
  return edition.content.documents.flatMap(({ id, title }) => {
    const shown = live.get(id)
    if (shown?.content.type !== 'document') return []
    const { name, mime, bytes } = shown.content.file
    return [{ url: origin + documentPath(shown.id, name), mime, bytes, title: title || name }]
  })
}

const paragraph = (text: string): string => (text === '' ? '' : `<p>${escapeHtml(text)}</p>`)

/** The page's text as HTML for readers that know nothing of the page around it. */
export function htmlOf(page: ReleasePage, origin: string): string {
  const source = page.source
  const parts = [
    ...page.notices.map((notice) => noticeHtml(notice, origin)),
    paragraph(page.lead),
    paragraph([page.place, page.date.text].filter(Boolean).join(', ')),
    page.picture ? figure(page.picture, page, origin) : '',
    ...page.body.map((block) => blockHtml(block, page, origin)),
    ...page.pictures.map((picture) => figure(picture, page, origin)),
    source
      ? `<p>${escapeHtml(wordsFor(page.frame.language).source)}: ${
          source.href
            ? `<a href="${escapeHtml(source.href)}">${escapeHtml(source.label)}</a>`
            : escapeHtml(source.label)
        }</p>`
      : '',
    ...(page.about
      ? [`<h2>${escapeHtml(page.about.title)}</h2>`, ...page.about.paragraphs.map(paragraph)]
      : []),
  ]
  const html = parts.filter((part) => part !== '').join('\n')
  // Feeds have no word for a direction of their own.
  return page.frame.direction === 'rtl' ? `<div dir="rtl">\n${html}\n</div>` : html
}

function noticeHtml({ title, paragraphs, link }: Notice, origin: string): string {
  const more = link
    ? ` <a href="${escapeHtml(origin + link.href)}">${escapeHtml(link.label)} (${escapeHtml(link.name)})</a>`
    : ''
  return `<p><strong>${escapeHtml(title)}.</strong> ${escapeHtml(paragraphs.join(' '))}${more}</p>`
}

function blockHtml(block: BodyBlock, page: ReleasePage, origin: string): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'list':
      return blocksToHtml([block])
    case 'quotation':
      return blocksToHtml([
        { type: 'quotation', text: block.paragraphs.join('\n'), speaker: block.speaker },
      ])
    case 'picture':
      return figure(block.picture, page, origin)
  }
}

function figure(picture: Picture, { frame }: ReleasePage, origin: string): string {
  const { src, width, height, alt, caption, credit, copyright } = picture
  const said = [caption, credit ? wordsFor(frame.language).credit(credit) : '', copyright]
    .filter(Boolean)
    .join(' ')
  const image = `<img src="${escapeHtml(origin + src)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`
  return `<figure>${image}${said ? `<figcaption>${escapeHtml(said)}</figcaption>` : ''}</figure>`
}
