import { askedWords, type AskedWord } from '../../language/search-forms.ts'
import { deletions, type KnownWord, mistakenFor, soundingLike, soundOf } from './similar.ts'
import { createReading } from '../register.ts'
import { readOn, type Source } from './reading.ts'
import {
  type Counts,
  type Matching,
  openWordIndex,
  type Span,
  type WordIndex,
} from './word-index.ts'

/** Live texts by their words. It names candidates: what is shown of them is for the register and the editions to say. */

export interface Question {
  language: string
  /** As it was typed. */
  words: string
  kind: string | null
  /** Id of a topic. */
  topic: string | null
  /** From a moment (ISO 8601, UTC) on, and before another. */
  since: string | null
  until: string | null
}

export interface Found {
  /** Ids of releases and translations. */
  subjects: string[]
  total: number
  /** What was looked for in the end. */
  asked: readonly AskedWord[]
  /** Words that no text has, and those of live texts that were looked for instead. */
  instead: readonly { typed: string; used: string }[]
  /** False while the index is still being made, or could not be brought up to date: not everything can be found. */
  whole: boolean
}

export interface Facets extends Counts {
  years: { name: string; count: number }[]
}

export interface PressSearch {
  find: (
    question: Question,
    range: { by: 'relevance' | 'date'; skip: number; size: number },
  ) => Promise<Found>
  /**
   * How many of what was found there would be with each kind, topic and year, the other filters as they are. `yearsIn`:
   * the years between two moments, as the mission counts them.
   */
  facets: (
    question: Question,
    asked: readonly AskedWord[],
    yearsIn: (first: string, last: string) => Span[],
  ) => Promise<Facets>
  /** Brings the index up to date, however long that takes. */
  ready: () => Promise<void>
  /** Ends with the process. */
  close: () => Promise<void>
}

/** Milliseconds that a question waits for the index; what is new after that is found by the next one. */
const patience = 2_000

/** Of more texts than this none is better than another; then it counts whether the headline says it. */
const mostWeighed = 2_000

/** `address`: `file:…` or `:memory:`. `log`: where it is told that something could not be read. */
export function openSearch(
  source: Source,
  address: string,
  log: (error: unknown) => void = () => {},
): PressSearch {
  let opening: Promise<WordIndex> | null = null
  let seen: number | null = null
  const reading = createReading(async () => {
    // Asked for first: what changes while it is read raises it once more.
    const revision = await source.revision()
    if (revision === seen) return
    await readOn(source, await opened())
    seen = revision
  }, log)
  function opened(): Promise<WordIndex> {
    opening ??= openWordIndex(address).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  return {
    find: async (question, range) => {
      const whole = await reading.recent(patience)
      const index = await opened()
      const typed = askedWords(question.words, question.language)
      const { asked, instead, none } = await understood(index, question.language, typed)
      const nothing = { subjects: [], total: 0, asked, instead, whole }
      if (none) return { ...nothing, instead: [] }
      const matching = matchingOf(question, asked)
      const total = await index.count(matching)
      if (total === 0) return nothing
      const by = range.by === 'relevance' && total > mostWeighed ? 'headline' : range.by
      return { ...nothing, total, subjects: await index.subjects(matching, { ...range, by }) }
    },
    facets: async (question, asked, yearsIn) => {
      const index = await opened()
      const matching = matchingOf(question, asked)
      const reach = await index.reach(question.language)
      const { kind, topic } = matching
      const kinds = await index.countsOf({ ...matching, kind: null })
      const topics =
        kind === null && topic === null ? kinds : await index.countsOf({ ...matching, topic: null })
      const years = reach
        ? await index.countIn(
            { ...matching, since: null, until: null },
            yearsIn(reach.first, reach.last),
          )
        : []
      return { kinds: kinds.kinds, topics: topics.topics, years }
    },
    ready: () => reading.whole(),
    close: async () => {
      await reading.end()
      if (opening) (await opening).close()
    },
  }
}

/** Quoted, so that nothing in it is read as FTS5's own language. */
const quoted = (form: string): string => `"${form.replaceAll('"', '""')}"`

function matchingOf(question: Question, asked: readonly AskedWord[]): Matching {
  const { language, kind, topic, since, until } = question
  const each = asked.map(({ forms, beginning }) => {
    const all = [...forms.map(quoted), ...(beginning === null ? [] : [`${quoted(beginning)}*`])]
    return `(${all.join(' OR ')})`
  })
  return {
    language,
    kind,
    topic,
    since,
    until,
    match: each.length === 0 ? null : each.join(' AND '),
  }
}

const cyrillic = /\p{Script=Cyrillic}/u
const inCyrillic: ReadonlySet<string> = new Set(['kk', 'ru', 'uk'])

/** The words with what else they can mean: a name in its other script, or the word that was meant. */
async function understood(
  index: WordIndex,
  language: string,
  typed: readonly AskedWord[],
): Promise<Pick<Found, 'asked' | 'instead'> & { none: boolean }> {
  const asked: AskedWord[] = []
  const instead: { typed: string; used: string }[] = []
  for (const word of typed) {
    const there = await index.has(language, word.forms, word.beginning)
    const foreign = cyrillic.test(word.typed) !== inCyrillic.has(language)
    const names =
      there && !foreign
        ? []
        : soundingLike(word.typed, await index.similarTo(language, soundOf(word.typed, true)))
    if (there || names.length > 0) {
      asked.push({ ...word, forms: [...word.forms, ...names.map((name) => name.word)] })
      continue
    }
    const [meant] = await meantBy(index, language, word)
    if (!meant) return { asked: typed, instead: [], none: true }
    asked.push({ ...word, forms: askedWords(meant.shown, language)[0]?.forms ?? [meant.word] })
    instead.push({ typed: word.typed, used: meant.shown })
  }
  return { asked, instead, none: false }
}

async function meantBy(index: WordIndex, language: string, word: AskedWord): Promise<KnownWord[]> {
  const [own = ''] = word.forms
  const found = await index.similarTo(language, deletions(own))
  return mistakenFor(own, found)
}
