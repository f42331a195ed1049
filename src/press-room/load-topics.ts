import { type Basics, loadFeed, loadReleases } from './load.ts'
import { isEditionOf, type Edition, type Entry, type Topic } from './records.ts'
import type { PressStore } from './store.ts'
import type { FeedFacts } from './view/feed.ts'
import type { Nearby, ReleaseFacts } from './view/release.ts'
import type { TopicFacts, TopicsFacts } from './view/topic.ts'

/** What the pages and feeds of one topic ask of the store. Editions decide what is on it; the register only leads there. */

/** What a text calls the topic; null when it isn't about it, and empty where the topic has no name in its language. */
function nameIn(edition: Edition | undefined, { id }: Pick<Topic, 'id'>): string | null {
  if (!isEditionOf('text', edition)) return null
  return edition.content.topics.find((one) => one.id === id)?.name ?? null
}

/** One page of the live texts on a topic; null where nobody can read of it in this language. */
export async function loadTopic(
  store: PressStore,
  basics: Basics,
  asked: { language: string; slug: string; page: number; size: number },
): Promise<TopicFacts | null> {
  const [topic] = await store.topics({ slug: asked.slug })
  if (!topic) return null
  const facts = await loadReleases(store, basics, { ...asked, topic: topic.id })
  const entries = facts.entries.filter(
    ({ edition }) => nameIn(facts.editions.get(edition), topic) !== null,
  )
  const name = entries
    .map(({ edition }) => nameIn(facts.editions.get(edition), topic))
    .find((one) => one)
  if (!name) return null
  const others = basics.mission.languages.filter((one) => one !== asked.language)
  const filled = await Promise.all(others.map((one) => newestName(store, one, topic)))
  const elsewhere = others.filter((_, at) => filled[at])
  return { ...facts, entries, topic: { ...topic, name }, languages: [asked.language, ...elsewhere] }
}

/** What the newest live text of a language calls the topic. */
async function newestName(
  store: PressStore,
  language: string,
  topic: Topic,
): Promise<string | null> {
  const { entries } = await store.latest(language, 'texts', { page: 1, size: 1, topic: topic.id })
  const [edition] = await store.editionsOf(entries.map((entry) => entry.edition))
  return nameIn(edition, topic)
}

/** More than anybody reads through. */
const mostTopics = 100

/** The topics that have something to read in a language, by what their newest text there calls them. */
export async function loadTopics(
  store: PressStore,
  basics: Basics,
  language: string,
): Promise<TopicsFacts> {
  const all = await store.topics({ first: mostTopics })
  const names = await Promise.all(all.map((topic) => newestName(store, language, topic)))
  const topics = all.flatMap((topic, at) => {
    const name = names[at]
    return name ? [{ ...topic, name }] : []
  })
  return { ...basics, language, topics }
}

/** Two texts of a language beside one of them, by when they were published, and some on the same topics. */
export async function loadNearby(
  store: PressStore,
  { entry, edition: { content } }: Pick<ReleaseFacts, 'entry' | 'edition'>,
): Promise<Nearby> {
  const { language, publishedAt, subject } = entry
  const before = { since: null, until: { at: publishedAt, included: false } }
  const [[earlier], later, ...onTopics] = await Promise.all([
    store.within(language, before, 1),
    store.nextIn(language, publishedAt),
    ...content.topics.slice(0, 3).map(async ({ id }) => {
      const found = await store.latest(language, 'texts', { page: 1, size: 4, topic: id })
      const editions = await store.editionsOf(found.entries.map(({ edition }) => edition))
      const named = new Set(
        editions.filter((one) => nameIn(one, { id }) !== null).map((one) => one.id),
      )
      return found.entries.filter((one) => named.has(one.edition))
    }),
  ])
  const others = new Map(onTopics.flat().map((one) => [one.subject, one]))
  others.delete(subject)
  const related = [...others.values()]
    .sort((one, other) => other.publishedAt.localeCompare(one.publishedAt))
    .slice(0, 3)
  return { earlier: earlier ?? null, later, related }
}

/**
 * The newest texts on a topic, whatever became of them; null where nothing on it was ever public in this language. Its
 * name is that of the newest text that can be read.
 */
export async function loadTopicFeed(
  store: PressStore,
  basics: Basics,
  { language, slug, size }: { language: string; slug: string; size: number },
): Promise<FeedFacts | null> {
  const [topic] = await store.topics({ slug })
  if (!topic) return null
  const facts = await loadFeed(store, basics, { language, size, topic: topic.id })
  const texts = facts.texts.filter(({ edition }) => nameIn(edition, topic) !== null)
  const shown = new Set(texts.map(({ entry }) => entry.subject))
  const isIn = ({ standing, subject }: Entry): boolean => standing !== 'live' || shown.has(subject)
  const entries = facts.entries.filter(isIn)
  if (entries.length === 0) return null
  const [withdrawn] = entries.filter(({ standing }) => standing === 'withdrawn')
  const readable = [
    ...texts.map(({ edition }): Edition => edition),
    ...(await store.editionsOf(withdrawn ? [withdrawn.edition] : [])),
  ]
  const name = readable.map((edition) => nameIn(edition, topic)).find((one) => one) ?? ''
  return { ...facts, entries, texts, topic: { slug: topic.slug, name } }
}
