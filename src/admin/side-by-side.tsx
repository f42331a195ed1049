import { type Line, sideBySide } from '../desk/side-by-side.ts'
import { languageIn } from '../desk/names.ts'
import { personOf } from '../desk/person.ts'
import { Pieces } from './comparison.tsx'
import type { DocumentViewProps } from './view-props.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

type Words = ReturnType<typeof wordsOf>

/** A translation beside its original, segment by segment. Shows the model and decides nothing. */
export async function SideBySide({ payload, user, i18n, initPageResult }: DocumentViewProps) {
  const actor = personOf(user)
  if (!actor || initPageResult.docID === undefined) return null
  const { language } = i18n
  const id = String(initPageResult.docID)
  const model = await sideBySide(payload, id, actor, language)
  if (!model) return null
  const words = wordsOf(language)
  const { source, target, lines, open, done } = model
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(done)
  return (
    <div className="desk-view desk-beside gutter--left gutter--right">
      <section aria-labelledby="desk-beside">
        <h2 id="desk-beside">{words.sideBySide}</h2>
        <p className="desk-beside__sum">
          <strong>
            {open === 0 ? words.besideNothing : fill(words.besideOpen, { count: String(open) })}
          </strong>{' '}
          {fill(words.besideShare, { share })} {source.live ? words.besideLive : words.besideDesk}
        </p>
        {source.kept ? null : <p className="desk-notice">{words.besideUnkept}</p>}
        {open > 0 ? (
          <p className="desk-beside__hint">
            {words.besideLegend} {words.besideHint}{' '}
            <a href={`/admin/collections/translations/${id}`}>{words.besideForm}</a>
          </p>
        ) : null}
      </section>
      <div className="desk-beside__head" aria-hidden="true">
        <span>
          {words.besideOriginal} · {languageIn(source.language, language)}
        </span>
        <span>
          {words.besideTranslation} · {languageIn(target.language, language)}
        </span>
      </div>
      <ol className="desk-beside__lines">
        {lines.map((line, index) => (
          <Segment
            key={index}
            line={line}
            from={source.language}
            to={target.language}
            words={words}
          />
        ))}
      </ol>
    </div>
  )
}

function Segment({
  line,
  from,
  to,
  words,
}: {
  line: Line
  from: string
  to: string
  words: Words
}) {
  const { state, open, kind, source, target, found } = line
  return (
    <li className={`desk-beside__line${open ? ' desk-beside__line--open' : ''}`}>
      <p className="desk-beside__kind">
        {words[`segment-${kind}`]}
        {state === 'current' ? null : (
          <strong className={`desk-beside__state desk-beside__state--${state}`}>
            {words[`row-${state}`]}
          </strong>
        )}
      </p>
      <div className="desk-beside__pair">
        <p lang={from} dir="auto" className="desk-diff">
          <span className="desk-hidden">{words.besideOriginal}: </span>
          {state === 'new' ? (
            source.map(({ text }) => text).join('')
          ) : (
            <Pieces pieces={source} words={words} />
          )}
        </p>
        <div>
          <span className="desk-hidden">{words.besideTranslation}: </span>
          {target.length === 0 ? (
            <p className="desk-beside__none">{words.besideEmpty}</p>
          ) : (
            target.map((text, place) => (
              <p key={place} lang={to} dir="auto">
                {text}
              </p>
            ))
          )}
          {found.length > 0 ? (
            <ul className="desk-beside__found">
              {found.map(({ check, level, message }, place) => (
                <li key={place} className={`desk-beside__found--${level}`} data-check={check}>
                  <strong>
                    {level === 'blocker' ? words.besideBlocker : words.besideWarning}:
                  </strong>{' '}
                  {message}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </li>
  )
}
