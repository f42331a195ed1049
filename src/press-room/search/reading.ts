import { folded } from '../../language/folding.ts'
import { segmentsOf } from '../../language/segments.ts'
import { textForms } from '../../language/search-forms.ts'
import { wordsOf } from '../../language/words.ts'
import type { TextContent } from '../../workflow/content.ts'
import { type Edition, isEditionOf } from '../records.ts'
import type { ChangedEntry, PressStore } from '../store.ts'
import { readRegister } from '../register.ts'
import type { KnownWord } from './similar.ts'
import type { Gone, IndexedText, WordIndex } from './word-index.ts'

/** Reads what the door has changed since the last time into the index of words. */

export type Source = Pick<PressStore, 'revision' | 'changed' | 'lastChange' | 'editionsOf'>

/**
 * What a text says of its own, in the order in which readers meet it. Captions and titles aren't part of it: they are
 * shown only while the image or document is published (decision 009), which the text's row of the register doesn't tell.
 */
export function passagesOf({ body, datelinePlace, sourceLabel, topics }: TextContent): string[] {
  const own = segmentsOf({ headline: '', lead: '', body, datelinePlace })
  return [...own.map(({ text }) => text), sourceLabel, ...topics.map(({ name }) => name)]
}

const onlyLetters = /^[\p{L}\p{M}]+$/u

/** Each word once, as it is folded and as the text writes it: what is written small somewhere is no name. */
function vocabularyOf(content: TextContent): KnownWord[] {
  const words = new Map<string, string>()
  for (const passage of [content.headline, content.lead, ...passagesOf(content)])
    for (const { text, lower } of wordsOf(passage))
      if (onlyLetters.test(text) && (!words.has(folded(lower)) || text === lower))
        words.set(folded(lower), text)
  return [...words].map(([word, shown]) => ({ word, shown }))
}

function indexed(entry: ChangedEntry, content: TextContent): IndexedText {
  const { language } = content
  const forms = (text: string): string[] => textForms(text, language)
  return {
    entry: entry.id,
    subject: entry.subject,
    edition: entry.edition,
    language,
    kind: content.kind,
    topics: content.topics,
    publishedAt: entry.publishedAt,
    parts: {
      headline: forms(content.headline),
      lead: forms(content.lead),
      body: passagesOf(content).flatMap(forms),
    },
    words: vocabularyOf(content),
  }
}

/** Brings the index to what these rows of the register say. */
async function readRows(
  source: Source,
  index: WordIndex,
  rows: readonly ChangedEntry[],
  until: string,
): Promise<void> {
  const texts = rows.filter(({ shelf }) => shelf === 'texts')
  const kept = new Map(
    (await index.keptOf(texts.map(({ id }) => id))).map(({ entry, edition }) => [entry, edition]),
  )
  const live = texts.filter(
    ({ id, standing, edition }) => standing === 'live' && kept.get(id) !== edition,
  )
  // What was superseded may have been the last to say a word, too.
  const left = texts.filter(
    ({ id, standing, edition }) =>
      kept.has(id) && (standing !== 'live' || kept.get(id) !== edition),
  )
  const named = [...live.map(({ edition }) => edition), ...left.map(({ id }) => kept.get(id) ?? '')]
  const editions = new Map((await source.editionsOf(named)).map((one) => [one.id, one]))
  await index.keep(
    live.flatMap((entry): IndexedText[] => {
      const edition = editions.get(entry.edition)
      return isEditionOf('text', edition) ? [indexed(entry, edition.content)] : []
    }),
    left.map((entry): Gone => goneOf(entry, editions.get(kept.get(entry.id) ?? ''))),
    until,
  )
}

function goneOf({ id, language }: ChangedEntry, edition: Edition | undefined): Gone {
  const words = isEditionOf('text', edition) ? vocabularyOf(edition.content) : []
  return { entry: id, language, words }
}

/** Reads all that is newer than what was read. Reading the same again changes nothing. */
export async function readOn(source: Source, index: WordIndex): Promise<void> {
  await readRegister(source, index, (rows, until) => readRows(source, index, rows, until))
}
