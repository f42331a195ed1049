import { homePath, imagePagePath, searchPath, sectionPath } from '../addresses.ts'
import { count, type Dated, day } from '../dates.ts'
import type { Entry, Mission } from '../records.ts'
import { longestQuestion } from '../search/query.ts'
import { wordsFor } from '../words/words.ts'
import { type Frame, frameOf, type LanguageLink, siblings } from './frame.ts'
import type { Picture } from './pictures.ts'

/** A page that says one thing: gone, not found, failed. */
export interface MessagePage {
  frame: Frame | null
  language: string
  title: string
  paragraphs: readonly string[]
  date: Dated | null
  link: { href: string; label: string } | null
}

interface Facts {
  mission: Mission
  logo: Picture | null
  origin: string
  language: string
}

/** Of a retracted text. It says when and why, and nothing of what the text said. */
export function retractionNotice(
  entry: Entry,
  mission: Mission,
): { title: string; paragraphs: readonly string[]; date: Dated } {
  const words = wordsFor(entry.language)
  const date = day(entry.noticeAt ?? entry.updatedAtPublic, entry.language, mission.timeZone)
  const explanation = entry.explanation.split(/\n+/).filter((line) => line.trim() !== '')
  return {
    title: words.retracted,
    paragraphs: [words.retractedOn(date.text), ...explanation],
    date,
  }
}

/** For a retracted text. */
export function gonePage(
  facts: Facts & { entry: Entry; others: readonly LanguageLink[] },
): MessagePage {
  const { mission, entry, language, others } = facts
  const notice = retractionNotice(entry, mission)
  return {
    frame: frameOf({ ...facts, path: null, title: notice.title, languages: others }),
    language,
    ...notice,
    link: { href: sectionPath(language, 'releases'), label: wordsFor(language).toReleases },
  }
}

/** For an image that was taken out of the press room. What it showed, and why it went, isn't said. */
export function goneImagePage(facts: Facts & { entry: Entry }): MessagePage {
  const { mission, entry, language } = facts
  const words = wordsFor(language)
  const date = day(entry.noticeAt ?? entry.updatedAtPublic, language, mission.timeZone)
  return {
    frame: frameOf({
      ...facts,
      path: null,
      title: words.retracted,
      section: 'images',
      languages: siblings(mission, language, (one) => imagePagePath(one, entry.slug)),
    }),
    language,
    title: words.retracted,
    paragraphs: [words.imageGone(date.text)],
    date,
    link: { href: sectionPath(language, 'images'), label: words.images },
  }
}

/** For an address at which there is nothing. */
export function notFoundPage(facts: Facts): MessagePage {
  const { mission, language } = facts
  const words = wordsFor(language)
  return {
    frame: frameOf({
      ...facts,
      path: null,
      title: words.notFound,
      languages: siblings(mission, language, homePath),
    }),
    language,
    title: words.notFound,
    paragraphs: [words.notFoundText],
    date: null,
    link: { href: homePath(language), label: words.toHome },
  }
}

/** For a search that can't be carried out: it says why, and leads to an empty one. */
export function refusedSearchPage(facts: Facts, why: 'too long' | 'not understood'): MessagePage {
  const { mission, language } = facts
  const words = wordsFor(language)
  return {
    frame: frameOf({
      ...facts,
      path: null,
      title: words.search,
      languages: siblings(mission, language, (one) => searchPath(one)),
    }),
    language,
    title: words.search,
    paragraphs: [
      why === 'too long' ? words.tooLong(count(longestQuestion, language)) : words.noSuchFilter,
    ],
    date: null,
    link: { href: searchPath(language), label: words.search },
  }
}

/** For a failure of ours. It needs no database and tells nothing of the cause. */
export function failedPage(language: string): MessagePage {
  const words = wordsFor(language)
  return {
    frame: null,
    language,
    title: words.failed,
    paragraphs: [words.failedText],
    date: null,
    link: null,
  }
}
