import type { ImageInText } from '../../workflow/content.ts'
import { imagePagePath } from '../addresses.ts'
import { count } from '../dates.ts'
import { imagePath } from '../files.ts'
import { formats, fullPixels, fullSize, mimeOf, widthsFor } from '../image-sizes.ts'
import { publicHref } from '../links.ts'
import type { Edition, EditionOf } from '../records.ts'

/** A picture in the sizes it is published in. */
export interface Picture {
  src: string
  /** Better formats than that of `src`, best first. */
  sources: readonly { type: string; srcSet: string }[]
  srcSet: string
  width: number
  height: number
  alt: string
  caption: string
  credit: string
  copyright: string
  licence: string | null
  download: string
  /** The picture's own page; null where nothing leads to it. */
  page: string | null
  /** Format and pixels of the download, in words. */
  facts: string
  /** Language of `alt` and `caption` where it isn't the page's; null where it is. */
  lang: string | null
}

/** What a text, or the image itself, says of a picture. */
export type PictureWords = Pick<
  ImageInText,
  'alt' | 'caption' | 'credit' | 'copyright' | 'licence'
> & { lang?: string | null }

/** The picture of a published image. */
export function pictureOf(
  edition: EditionOf<'image'>,
  said: PictureWords,
  language: string,
): Picture {
  const { file } = edition.content
  const widths = widthsFor(file.width)
  const full = fullPixels(file)
  const address = (name: string): string => imagePath(edition.id, name)
  const srcSet = (format: string): string =>
    widths.map((width) => `${address(`${width}.${format}`)} ${width}w`).join(', ')
  const middle = widths.filter((width) => width <= 960).at(-1) ?? widths[0] ?? file.width
  return {
    src: address(`${middle}.jpg`),
    sources: formats
      .filter((format) => format !== 'jpg')
      .map((format) => ({ type: mimeOf[format], srcSet: srcSet(format) })),
    srcSet: srcSet('jpg'),
    width: file.width,
    height: file.height,
    alt: said.alt,
    caption: said.caption,
    credit: said.credit,
    copyright: said.copyright,
    licence: publicHref(said.licence),
    download: address(fullSize),
    page: edition.slug ? imagePagePath(language, edition.slug) : null,
    facts: `JPEG, ${count(full.width, language)} × ${count(full.height, language)}`,
    lang: said.lang ?? null,
  }
}

/**
 * A picture as a text shows it: with the words that were approved with the text, and only while the image is live
 * with the very file that they were approved for. Null otherwise.
 */
export function pictureInText(
  said: ImageInText,
  live: ReadonlyMap<string, Edition>,
  language: string,
): Picture | null {
  const edition = live.get(said.id)
  if (edition?.content.type !== 'image' || edition.content.file.sha256 !== said.file) return null
  return pictureOf({ ...edition, content: edition.content }, said, language)
}

/** What is said in the page's language, else in the mission's, else in any; `lang` names a foreign one. */
export function inLanguage<One extends { language: string }>(
  texts: readonly One[],
  language: string,
  standard: string,
): { one: One | null; lang: string | null } {
  const one =
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language === standard) ??
    texts[0] ??
    null
  return { one, lang: one && one.language !== language ? one.language : null }
}
