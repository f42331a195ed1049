import type { NinjsEdition } from '../../syndication/ninjs.ts'
import { releasePath } from '../addresses.ts'
import type { Entry } from '../records.ts'
import { missionName } from './frame.ts'
import { pictureInText } from './pictures.ts'
import type { ReleaseFacts } from './release.ts'

/** The name of a text that never changes, whatever happens to its address (a tag URI, RFC 4151). */
export function textUri(origin: string, { subject }: Pick<Entry, 'subject'>): string {
  return `tag:${new URL(origin).hostname},2026:text/${subject}`
}

/** What the ninjs form of a release page is made of: only what the page itself shows. */
export function ninjsEdition(facts: ReleaseFacts): NinjsEdition {
  const { entry, edition, family, live, mission, origin } = facts
  const { content } = edition
  const url = origin + releasePath(entry.language, entry.slug)
  const pictures = new Set(
    content.images
      .filter((image) => pictureInText(image, live, entry.language) !== null)
      .map(({ id }) => id),
  )
  const release = family.find(({ of, standing }) => of === 'release' && standing === 'live')
  return {
    uri: textUri(origin, entry),
    version: entry.number,
    language: entry.language,
    kind: content.kind,
    headline: content.headline,
    lead: content.lead,
    content: {
      ...content,
      body: content.body.filter((block) => block.type !== 'image' || pictures.has(block.image)),
      images: content.images.filter(({ id }) => pictures.has(id)),
      documents: content.documents.filter(({ id }) => live.has(id)),
      contacts: content.contacts.filter(({ id }) => live.has(id)),
    },
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAtPublic,
    pubStatus: entry.standing === 'live' ? 'usable' : 'canceled',
    url,
    ...(entry.of === 'translation' && release
      ? {
          translationOf: {
            uri: textUri(origin, release),
            url: origin + releasePath(release.language, release.slug),
          },
        }
      : {}),
    family: family
      .filter(({ standing, subject }) => standing === 'live' && subject !== entry.subject)
      .map(({ language, slug }) => ({ language, url: origin + releasePath(language, slug) })),
    publisher: missionName(mission, mission.defaultLanguage),
  }
}
