import type { Payload } from 'payload'
import { languageIn } from '../../desk/names.ts'
import { type SegmentRow, segmentsOfTranslation } from '../../desk/segments.ts'
import type { Person } from '../../workflow/situation.ts'
import { fill, wordsOf } from '../words/words.ts'
import {
  Columns,
  Findings,
  OriginalWords,
  SegmentName,
  TranslatedWords,
  type Words,
} from './pair.tsx'
import './translate.css'

const placeOf = (index: number): string => `beside-${index + 1}`

/** A translation beside its original, to be read: first what the checks find, then every segment. */
export async function BesideOriginal({
  payload,
  id,
  actor,
  language,
}: {
  payload: Payload
  id: string
  actor: Person
  language: string
}) {
  const model = await segmentsOfTranslation(payload, id, actor, language)
  if (!model) return null
  const words = wordsOf(language)
  const { source, target, rows } = model
  const names: [string, string] = [
    `${words.translateOriginal} · ${languageIn(source.language, language)}`,
    `${words.translateTranslation} · ${languageIn(target.language, language)}`,
  ]
  return (
    <section aria-labelledby="desk-beside">
      <h2 id="desk-beside">{words.translateBeside}</h2>
      <ToLookAt rows={rows} words={words} />
      <Columns names={names} />
      <ol className="desk-pair__list">
        {rows.map((row, index) => (
          <li
            key={row.row}
            id={placeOf(index)}
            tabIndex={-1}
            className={row.open ? 'desk-pair desk-pair--open' : 'desk-pair'}
          >
            <SegmentName row={row} words={words} />
            <div className="desk-pair__sides">
              <OriginalWords row={row} language={source.language} words={words} tagged={false} />
              <div>
                <TranslatedWords texts={row.plain} language={target.language} words={words} />
                <Findings found={row.found} words={words} />
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ToLookAt({ rows, words }: { rows: readonly SegmentRow[]; words: Words }) {
  const open = rows.filter((row) => row.open).length
  const found = rows.flatMap((row, index) => row.found.map((one) => ({ one, row, index })))
  return (
    <>
      {found.length === 0 ? <p className="desk-bar__hint">{words.translateBesideNone}</p> : null}
      {found.length > 0 ? (
        <ul className="desk-pair__found" aria-label={words.translateFound}>
          {found.map(({ one: { level, message }, row, index }, place) => (
            <li key={place} className={`desk-pair__found--${level}`}>
              <a href={`#${placeOf(index)}`}>{words[`segment-${row.kind}`]}</a>: {message}
            </li>
          ))}
        </ul>
      ) : null}
      {open > 0 ? (
        <p className="desk-notice">{fill(words.translateOpen, { count: String(open) })}</p>
      ) : null}
    </>
  )
}
