import {
  archivePath,
  feedFormats,
  feedNames,
  feedPath,
  feedTypes,
  openApiPath,
  sectionPath,
  type StatementName,
  statementPath,
  topicFeedPath,
  topicsPath,
} from '../addresses.ts'
import { statementsFor } from '../words/statements/statements.ts'
import { wordsFor } from '../words/words.ts'
import { alternatesOf, type Frame, frameOf, languageName, missionName, siblings } from './frame.ts'
import type { TopicsFacts } from './topic.ts'

/** A page on which the press room tells of itself. */
export interface StatementPage {
  frame: Frame
  title: string
  paragraphs: readonly string[]
  /** The lines of an address. */
  address: readonly string[]
  sections: readonly { title: string; links: readonly StatementLink[] }[]
}

export interface StatementLink {
  href: string
  name: string
  /** Of a feed. */
  type?: string
  /** Where it is another than the page's. */
  language?: string
}

type Said = Omit<StatementPage, 'frame' | 'title'>

const paragraphs = (text: string): string[] =>
  text.split(/\n+/).filter((line) => line.trim() !== '')

const feedsAt = (pathOf: (format: (typeof feedFormats)[number]) => string): StatementLink[] =>
  feedFormats.map((format) => ({
    href: pathOf(format),
    name: feedNames[format],
    type: feedTypes[format],
  }))

function about({ mission, language }: TopicsFacts): Said {
  const words = wordsFor(language)
  const said = statementsFor(language)
  const own = mission.names.find((one) => one.language === language)?.about ?? ''
  const pages = [
    ...(['releases', 'contacts', 'images', 'documents'] as const).map((section) => ({
      href: sectionPath(language, section),
      name: words[section],
    })),
    { href: topicsPath(language), name: words.topics },
    { href: archivePath(language), name: words.archive },
    ...(['follow', 'accessibility', 'privacy'] as const).map((name) => ({
      href: statementPath(language, name),
      name: said[name],
    })),
  ]
  return {
    paragraphs: paragraphs(own),
    address: [missionName(mission, language), ...paragraphs(mission.address)],
    sections: [{ title: words.sections, links: pages }],
  }
}

/** The feeds of the page's language first, then of the others, then of each topic. */
function follow({ mission, language, topics }: TopicsFacts): Said {
  const said = statementsFor(language)
  const others = mission.languages.filter((one) => one !== language)
  return {
    paragraphs: [said.followText],
    address: [],
    sections: [
      ...[language, ...others].map((one) => ({
        title: languageName(one),
        links: feedsAt((format) => feedPath(one, format)),
      })),
      ...topics.map(({ slug, name }) => ({
        title: name,
        links: feedsAt((format) => topicFeedPath(language, slug, format)),
      })),
      // Among files there is no interface that could answer.
      ...(mission.searchable === false
        ? []
        : [{ title: said.programs, links: [{ href: openApiPath, name: said.api }] }]),
    ],
  }
}

function accessibility({ language }: TopicsFacts): Said {
  const words = wordsFor(language)
  return {
    paragraphs: statementsFor(language).accessibilityText,
    address: [],
    sections: [
      {
        title: words.contacts,
        links: [{ href: sectionPath(language, 'contacts'), name: words.contacts }],
      },
    ],
  }
}

function privacy({ mission, language }: TopicsFacts): Said {
  const { privacyText, counted, notCounted } = statementsFor(language)
  return {
    paragraphs: [...privacyText, mission.countsReaders ? counted : notCounted],
    address: [],
    sections: [],
  }
}

const saidOn: Record<StatementName, (facts: TopicsFacts) => Said> = {
  about,
  follow,
  accessibility,
  privacy,
}

/** One of the pages on which the press room tells of itself. `topics`: asked for on the page of the feeds only. */
export function statementPage(name: StatementName, facts: TopicsFacts): StatementPage {
  const { mission, language, origin } = facts
  const title = statementsFor(language)[name]
  const versions = siblings(mission, language, (one) => statementPath(one, name))
  return {
    frame: frameOf({
      ...facts,
      path: statementPath(language, name),
      title,
      languages: versions,
      alternates: alternatesOf(versions, mission.defaultLanguage, origin),
    }),
    title,
    ...saidOn[name](facts),
  }
}
