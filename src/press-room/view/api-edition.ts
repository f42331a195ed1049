import { editionPath, releasePath, topicPath } from '../addresses.ts'
import type { Entry } from '../records.ts'
import { readingOf } from '../../language/reading.ts'
import { filesOf, htmlOf } from './feed.ts'
import type { Picture } from './pictures.ts'
import { releaseAsText } from './plain-text.ts'
import { type ReleaseFacts, releasePage, type ReleasePage } from './release.ts'

/** What the public interface says of a text, named field by field. Moments: ISO 8601, UTC; addresses absolute. */

/** In a list. */
export function editionSummary(facts: ReleaseFacts): object {
  return summaryOf(facts, releasePage(facts))
}

function summaryOf(facts: ReleaseFacts, page: ReleasePage): object {
  const { entry, edition, family, origin, slugs } = facts
  const { content } = edition
  const picture = page.picture ?? page.pictures[0] ?? null
  return {
    ...addressesOf(entry, origin),
    number: entry.number,
    standing: entry.standing,
    kind: content.kind,
    kindName: page.kind,
    headline: content.headline,
    lead: content.lead,
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAtPublic,
    topics: content.topics.flatMap(({ id, name }) => {
      const slug = slugs?.get(id)
      if (name === '' || slug === undefined) return []
      return [{ slug, name, url: origin + topicPath(entry.language, slug) }]
    }),
    image: picture ? imageOf(picture, origin) : null,
    otherLanguages: family
      .filter(({ standing, subject }) => standing === 'live' && subject !== entry.subject)
      .map((one) => addressesOf(one, origin)),
  }
}

/** `id` stays the same across corrections. */
function addressesOf({ subject, language, slug }: Entry, origin: string) {
  return {
    id: subject,
    language,
    url: origin + releasePath(language, slug),
    self: origin + editionPath(subject),
  }
}

function imageOf(picture: Picture, origin: string): object {
  const { alt, caption, credit, copyright, licence, width, height } = picture
  const url = origin + picture.download
  return { url, width, height, alt, caption, credit, copyright, licence: licence ?? '' }
}

/** A whole text as its page shows it. */
export function editionInFull(facts: ReleaseFacts): object {
  const page = releasePage(facts)
  const { entry, edition, family, origin } = facts
  const { content } = edition
  const release = family.find(({ of, standing }) => of === 'release' && standing === 'live')
  const shown = page.body.flatMap((block) => (block.type === 'picture' ? [block.picture] : []))
  return {
    ...summaryOf(facts, page),
    dateline: { place: content.datelinePlace, date: content.datelineDate },
    html: htmlOf(page, origin),
    text: releaseAsText(page, origin + releasePath(entry.language, entry.slug)),
    ...readingOf(content),
    notices: page.notices.map(({ kind, title, paragraphs, date }) => ({
      kind,
      title,
      text: paragraphs.join('\n'),
      date: date.iso,
    })),
    source: page.source ? { name: page.source.label, url: page.source.href } : null,
    images: [...(page.picture ? [page.picture] : []), ...shown, ...page.pictures].map((picture) =>
      imageOf(picture, origin),
    ),
    documents: filesOf(facts).map(({ url, mime, bytes, title }) => ({ url, mime, bytes, title })),
    contacts: page.contacts.map((card) => ({
      name: card.name,
      title: card.title,
      organisation: card.organisation,
      telephone: card.telephone?.text ?? '',
      telephoneAfterHours: card.afterHours?.text ?? '',
      email: card.email?.text ?? '',
      languages: card.languages.map(({ language }) => language),
    })),
    translationOf: entry.of === 'translation' && release ? addressesOf(release, origin) : null,
    formats: {
      text: origin + releasePath(entry.language, entry.slug, 'txt'),
      ninjs: origin + releasePath(entry.language, entry.slug, 'json'),
    },
  }
}
