import { barOfDocument, type DocumentProps } from './load-bar.ts'
import { Signed } from './signed.tsx'
import { wordsOf } from './words/words.ts'
import './desk.css'

/** What a person has to know before reading on: why a text came back, and why it can't be changed now. */
export async function Notices(props: DocumentProps) {
  const bar = await barOfDocument(props)
  if (!bar || (!bar.returned && !bar.readOnly && !bar.emergency && bar.signed.length === 0))
    return null
  const words = wordsOf(props.i18n.language)
  return (
    <div className="desk-notices">
      <Signed exceptions={bar.signed} words={words} />
      {bar.emergency ? (
        <section className="desk-notice desk-notice--returned" aria-label={words['item-emergency']}>
          <p className="desk-notice__head">{bar.emergency.open}</p>
          <p className="desk-notice__words">{bar.emergency.note}</p>
        </section>
      ) : null}
      {bar.returned ? (
        <section className="desk-notice desk-notice--returned" aria-label={words.returnedWith}>
          <p className="desk-notice__head">
            {words.returnedWith}
            {bar.returned.by ? (
              <span>
                {bar.returned.by}, {bar.returned.at}
              </span>
            ) : null}
          </p>
          <p className="desk-notice__words">{bar.returned.note}</p>
        </section>
      ) : null}
      {bar.readOnly ? <p className="desk-notice">{bar.readOnly}</p> : null}
    </div>
  )
}
