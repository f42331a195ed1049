import type { Language } from '../languages.ts'
import { residueIn } from '../residue.ts'
import { disguisedWords, invisibleIn, mixedWords } from '../scripts.ts'
import type { Check } from './check.ts'
import { found } from './passages.ts'

/** Of these, `null` and `undefined` are words: German and Danish count from null, English has undefined borders. */
const ownWords: ReadonlySet<Language> = new Set(['en', 'de', 'da', 'nb', 'nn', 'sv'])

/** What machines left, unless the source says the same: a text on programs may speak of placeholders. */
export const residue: Check = (pair) => {
  const said = pair.source.segments.map(({ text }) => text).join('\n')
  return pair.target.segments.flatMap(({ text }, segment) =>
    residueIn(text, !ownWords.has(pair.target.lang))
      .filter(({ shown }) => pair.source === pair.target || !said.includes(shown))
      .map((mark) =>
        found('residue', pair, segment, mark, { level: 'blocker', shown: mark.shown }),
      ),
  )
}

export const mixedScript: Check = (pair) =>
  pair.target.segments.flatMap(({ text }, segment) =>
    [...mixedWords(text), ...disguisedWords(text, pair.target.lang)].map((mark) =>
      found('mixed-script', pair, segment, mark),
    ),
  )

export const invisibleCharacters: Check = (pair) =>
  pair.target.segments.flatMap(({ text }, segment) =>
    invisibleIn(text).map((mark) =>
      found('invisible-character', pair, segment, mark, { shown: mark.shown }),
    ),
  )
