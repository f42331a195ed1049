import type { Found, SegmentRow } from '../../desk/segments.ts'
import { isLanguage, languages } from '../../language/languages.ts'
import { Pieces } from '../comparison.tsx'
import type { wordsOf } from '../words/words.ts'

/** What a row of the translation view and one of the review have in common. */

export type Words = ReturnType<typeof wordsOf>

/** Which way a text is written: what it begins with, a tag or a number, says nothing of it. */
export function directionOf(language: string): 'ltr' | 'rtl' | 'auto' {
  return isLanguage(language) ? languages[language].direction : 'auto'
}

/** What a segment is, and what there is to do with it. */
export function SegmentName({ row, words }: { row: SegmentRow; words: Words }) {
  return (
    <p className="desk-pair__kind">
      {words[`segment-${row.kind}`]}
      {row.state === 'current' ? null : (
        <strong className="desk-pair__state">{words[`row-${row.state}`]}</strong>
      )}
    </p>
  )
}

/** The original: as it was and is where it changed, else as it is, with its tags where they are wanted. */
export function OriginalWords({
  row,
  language,
  words,
  tagged,
}: {
  row: SegmentRow
  /** Of the original. */
  language: string
  words: Words
  tagged: boolean
}) {
  const { state, source, text } = row
  const isCompared = state === 'changed' || state === 'gone'
  return (
    <p lang={language} dir={directionOf(language)} className="desk-pair__words desk-diff">
      <span className="desk-hidden">{words.translateOriginal}: </span>
      {isCompared ? (
        <Pieces pieces={source} words={words} />
      ) : tagged ? (
        text
      ) : (
        source.map((piece) => piece.text).join('')
      )}
    </p>
  )
}

/** What renders it, to be read. */
export function TranslatedWords({
  texts,
  language,
  words,
}: {
  texts: readonly string[]
  /** Of the translation. */
  language: string
  words: Words
}) {
  return (
    <>
      <span className="desk-hidden">{words.translateTranslation}: </span>
      {texts.length === 0 ? <p className="desk-pair__none">{words.translateEmpty}</p> : null}
      {texts.map((text, part) => (
        <p key={part} lang={language} dir={directionOf(language)} className="desk-pair__words">
          {text}
        </p>
      ))}
    </>
  )
}

export function Findings({ found, words }: { found: readonly Found[]; words: Words }) {
  if (found.length === 0) return null
  return (
    <ul className="desk-pair__found" aria-label={words.translateFound}>
      {found.map(({ check, level, message }, place) => (
        <li key={place} tabIndex={-1} className={`desk-pair__found--${level}`} data-check={check}>
          <strong>{level === 'blocker' ? words.translateBlocker : words.translateWarning}:</strong>{' '}
          {message}
        </li>
      ))}
    </ul>
  )
}

/** Over the two columns. */
export function Columns({ names }: { names: [string, string] }) {
  return (
    <div className="desk-pair__head" aria-hidden="true">
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </div>
  )
}
