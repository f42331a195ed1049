import { type Basics, loadFeed, loadReleases } from './load.ts'
import { isEditionOf, type Edition, type Entry, type Topic } from './records.ts'
import type { PressStore } from './store.ts'
import type { FeedFacts } from './view/feed.ts'
import type { TopicFacts } from './view/topic.ts'

/** What the pages and feeds of one topic ask of the store. Editions decide what is on it; the register only leads there. */

/** What a text calls the topic; null when it isn't about it, and empty where the topic has no name in its language. */
function nameIn(edition: Edition | undefined, { id }: Topic): string | null {
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
