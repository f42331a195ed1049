import { feedFormats, feedNames, feedTypes, topicFeedPath, topicPath } from '../addresses.ts'
import { count } from '../dates.ts'
import type { Topic } from '../records.ts'
import { wordsFor } from '../words/words.ts'
import { alternatesOf, frameOf, type Frame, languageName } from './frame.ts'
import { type Paging, pagingOf, type ReleaseListFacts, type ReleaseRow, rowsOf } from './lists.ts'

/** The live texts on one topic, with its own feeds. */
export interface TopicPage {
  frame: Frame
  name: string
  rows: readonly ReleaseRow[]
  paging: Paging | null
  feeds: Frame['feeds']
}

/** `languages`: those in which there is something to read on the topic, this one included. */
export interface TopicFacts extends ReleaseListFacts {
  topic: Topic & { name: string }
  languages: readonly string[]
}

/** One page of the texts on a topic, newest first. */
export function topicPage(facts: TopicFacts): TopicPage {
  const { mission, logo, origin, language, page, topic, languages } = facts
  const words = wordsFor(language)
  const { slug, name } = topic
  const versions = mission.languages
    .filter((one) => languages.includes(one))
    .map((one) => ({
      language: one,
      name: languageName(one),
      href: topicPath(one, slug),
      current: one === language,
    }))
  const frame = frameOf({
    mission,
    logo,
    origin,
    language,
    section: 'releases',
    path: topicPath(language, slug, page),
    title: page > 1 ? `${name} – ${words.page(count(page, language))}` : name,
    languages: versions,
    // Page 2 in one language doesn't hold what page 2 in another does.
    alternates: page === 1 ? alternatesOf(versions, mission.defaultLanguage, origin) : [],
  })
  const feeds = feedFormats.map((format) => ({
    format,
    type: feedTypes[format],
    href: topicFeedPath(language, slug, format),
    name: `${feedNames[format]}: ${name}`,
  }))
  return {
    // A newsreader that is shown this page offers the topic first, then everything.
    frame: { ...frame, feeds: [...feeds, ...frame.feeds] },
    name,
    rows: rowsOf(facts),
    paging: pagingOf(facts, (number) => topicPath(language, slug, number)),
    feeds: feeds.map((feed) => ({ ...feed, name: feedNames[feed.format] })),
  }
}
