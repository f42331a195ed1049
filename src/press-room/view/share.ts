import { releasePath, sharePath } from '../addresses.ts'
import type { Shared } from '../share/picture.ts'
import { sharedHeight, sharedWidth } from '../share/size.ts'
import type { ReleaseFacts, ReleasePage } from './release.ts'

/** What the picture for sharing of a text says. */
export function sharedOf({ frame, ...page }: ReleasePage, origin: string): Shared {
  return {
    mission: frame.mission,
    kind: page.kind,
    date: page.date.text,
    headline: page.headline,
    language: frame.language,
    direction: frame.direction,
    colour: frame.colour,
    host: new URL(origin).host,
  }
}

/** What other sites show of a link to a text (oEmbed 1.0, the type `link`). */
export function oEmbedOf(
  { frame, headline }: ReleasePage,
  { entry, origin }: ReleaseFacts,
): object {
  const { language, slug, number } = entry
  return {
    version: '1.0',
    type: 'link',
    title: headline,
    author_name: frame.mission,
    author_url: origin + frame.home,
    provider_name: frame.mission,
    provider_url: origin,
    url: origin + releasePath(language, slug),
    thumbnail_url: origin + sharePath(language, slug, number),
    thumbnail_width: sharedWidth,
    thumbnail_height: sharedHeight,
  }
}
