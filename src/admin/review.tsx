import { z } from 'zod'
import { personOf } from '../desk/person.ts'
import { reviewOf } from '../desk/review.ts'
import type { TextType } from '../workflow/states.ts'
import { Comparison } from './comparison.tsx'
import { barOfDocument } from './load-bar.ts'
import { ReviewActions } from './review-actions.tsx'
import { ReviewNotes } from './review-notes.tsx'
import { Signed } from './signed.tsx'
import { BesideOriginal } from './translate/beside.tsx'
import type { DocumentViewProps } from './view-props.ts'
import { wordsOf } from './words/words.ts'
import './desk.css'

interface Props extends DocumentViewProps {
  type: TextType
}

const pointSchema = z.string().max(64).catch('')

/** What has changed, and the text with its notes. Shows the model and decides nothing. */
export async function Review({ type, payload, user, i18n, initPageResult, searchParams }: Props) {
  const actor = personOf(user)
  const id = initPageResult.docID
  if (!actor || id === undefined) return null
  const { language } = i18n
  const bar = await barOfDocument({ type, id, payload, user, i18n })
  const review =
    bar &&
    (await reviewOf({
      payload,
      type,
      id: String(id),
      actor,
      language,
      zone: bar.zones.post,
      since: pointSchema.parse(searchParams?.since),
    }))
  if (!bar || !review) return null
  const words = wordsOf(language)
  return (
    <div className="desk-review gutter--left gutter--right">
      <ReviewActions bar={bar} />
      <Signed exceptions={bar.signed} words={words} />
      <section aria-labelledby="desk-review-changes">
        <h2 id="desk-review-changes">{words.whatHasChanged}</h2>
        {review.points.length === 0 ? (
          <p className="desk-bar__hint">{words.nothingToCompare}</p>
        ) : (
          <form className="desk-review__since" method="get">
            <label htmlFor="desk-review-since">{words.compareWith}</label>
            <select id="desk-review-since" name="since" defaultValue={review.since}>
              {review.points.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <button type="submit" className="desk-button">
              {words.compareNow}
            </button>
          </form>
        )}
        {review.changes ? (
          <Comparison
            comparison={review.changes}
            language={review.language}
            words={words}
            say={{
              title: words.whatHasChanged,
              heading: false,
              legend: words.hasChangedLegend,
              nothing: words.nothingHasChanged,
            }}
          />
        ) : review.points.length > 0 ? (
          <p className="desk-notice">{words.noSuchPoint}</p>
        ) : null}
      </section>
      {type === 'translation' ? (
        <BesideOriginal payload={payload} id={String(id)} actor={actor} language={language} />
      ) : null}
      <ReviewNotes review={review} />
    </div>
  )
}
