import { pictureOnly } from '../../syndication/json-ld.ts'
import { imagePagePath } from '../addresses.ts'
import { count, type Dated, day } from '../dates.ts'
import { imagePath } from '../files.ts'
import { fullPixels, widthsFor } from '../image-sizes.ts'
import type { ImageFacts } from '../load-image.ts'
import { alternatesOf, type Frame, frameOf, siblings } from './frame.ts'
import { type ReleaseRow, rowsOf } from './lists.ts'
import { inLanguage, type Picture, pictureOf } from './pictures.ts'

/** Everything that can be known of one image, and where it is shown. */
export interface ImagePage {
  frame: Frame
  /** What it is called: the beginning of its caption. */
  title: string
  /** Without a link to this page. */
  picture: Picture
  published: Dated
  /** As JPEG, from small to large; the last one in full size. */
  sizes: readonly { label: string; href: string }[]
  rows: readonly ReleaseRow[]
}

/** Letters of a heading. */
const longest = 90

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const end = line.lastIndexOf(' ', longest)
  return `${line.slice(0, end > 0 ? end : longest)} …`
}

/** The page of a live image. */
export function imagePage(facts: ImageFacts): ImagePage {
  const { mission, logo, origin, language, entry, edition } = facts
  const { texts, credit, copyright, licence, file } = edition.content
  const { one, lang } = inLanguage(texts, language, mission.defaultLanguage)
  const said = { alt: one?.alt ?? '', caption: one?.caption ?? '' }
  const picture = pictureOf(edition, { ...said, credit, copyright, licence, lang }, language)
  const title = shortened(said.caption || said.alt || file.name)
  const pathIn = (one: string): string => imagePagePath(one, entry.slug)
  const versions = siblings(mission, language, pathIn)
  const full = fullPixels(file)
  return {
    frame: frameOf({
      mission,
      logo,
      origin,
      language,
      section: 'images',
      path: pathIn(language),
      title,
      description: said.alt,
      languages: versions,
      alternates: alternatesOf(versions, mission.defaultLanguage, origin),
      share: {
        image: { url: origin + picture.download, ...full, alt: said.alt || title },
      },
      data: [
        pictureOnly({
          url: origin + picture.download,
          ...full,
          ...said,
          description: said.alt,
          credit,
          copyright,
          licence: picture.licence ?? '',
          page: origin + pathIn(language),
          language: lang ?? language,
        }),
      ],
    }),
    title,
    picture: { ...picture, page: null },
    published: day(entry.publishedAt, language, mission.timeZone),
    sizes: [
      ...widthsFor(file.width)
        .filter((width) => width < full.width)
        .map((width) => ({
          label: pixels(width, Math.round((width * file.height) / file.width), language),
          href: imagePath(edition.id, `${width}.jpg`),
        })),
      { label: pixels(full.width, full.height, language), href: picture.download },
    ],
    rows: rowsOf(facts),
  }
}

const pixels = (width: number, height: number, language: string): string =>
  `${count(width, language)} × ${count(height, language)}`
