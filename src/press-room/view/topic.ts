import {
  feedFormats,
  feedNames,
  feedTypes,
  topicFeedPath,
  topicPath,
  topicsPath,
} from '../addresses.ts'
import { count } from '../dates.ts'
import type { Mission, Topic } from '../records.ts'
import { wordsFor } from '../words/words.ts'
import { statementsFor } from '../words/statements/statements.ts'
import { alternatesOf, frameOf, type Frame, languageName, siblings } from './frame.ts'
import type { Picture } from './pictures.ts'
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

/** All topics that have something to read. */
export interface TopicsPage {
  frame: Frame
  title: string
  text: string
  topics: readonly { href: string; name: string }[]
}

export interface TopicsFacts {
  mission: Mission
  logo: Picture | null
  origin: string
  language: string
  topics: readonly (Topic & { name: string })[]
}

/** The topics of a language by their names there. */
export function topicsPage(facts: TopicsFacts): TopicsPage {
  const { mission, language, topics, origin } = facts
  const words = wordsFor(language)
  const versions = siblings(mission, language, topicsPath)
  return {
    frame: frameOf({
      ...facts,
      section: 'releases',
      path: topicsPath(language),
      title: words.topics,
      languages: versions,
      alternates: alternatesOf(versions, mission.defaultLanguage, origin),
    }),
    title: words.topics,
    text: topics.length > 0 ? statementsFor(language).topicsText : words.noReleases,
    topics: topics
      .map(({ slug, name }) => ({ href: topicPath(language, slug), name }))
      .sort((one, other) => one.name.localeCompare(other.name, language)),
  }
}
