'use client'

import type { Bar } from '../desk/bar.ts'
import type { BarProblem } from '../desk/bar-actions.ts'
import { fieldId, goTo, reviewPath } from './go-to.ts'
import { fill, type wordsOf } from './words/words.ts'

/** So many are told at once; a translation that is just begun lacks every paragraph. */
const atOnce = 8

interface Props {
  problems: readonly BarProblem[]
  bar: Pick<Bar, 'elsewhere' | 'collection' | 'id'>
  words: ReturnType<typeof wordsOf>
  leave: () => void
}

/** What is to be mended, each sentence a link to its place. `leave`: closes what lies over the form. */
export function Problems({ problems, ...props }: Props) {
  if (problems.length === 0) return null
  const rest = problems.slice(atOnce)
  return (
    <>
      <List problems={problems.slice(0, atOnce)} {...props} />
      {rest.length > 0 ? (
        <details>
          <summary>{fill(props.words.timelineMore, { count: String(rest.length) })}</summary>
          <List problems={rest} {...props} />
        </details>
      ) : null}
    </>
  )
}

function List({ problems, bar, words, leave }: Props) {
  return (
    <ul className="desk-problems">
      {problems.map((problem, index) => {
        const { message, field, segment, note } = problem
        if (note)
          return (
            <li key={index}>
              <a href={`${reviewPath(bar)}#note-${note}`} onClick={leave}>
                {message}
              </a>
            </li>
          )
        const away = bar.elsewhere?.fields.includes(field) ? bar.elsewhere.href : null
        return (
          <li key={index}>
            <a
              href={`${away ?? ''}#${fieldId(field)}`}
              onClick={(event) => {
                if (away) return
                event.preventDefault()
                leave()
                // The dialog gives the focus back first.
                requestAnimationFrame(() => goTo(field, segment))
              }}
            >
              {message}
            </a>
            {segment === null ? null : (
              <span> {fill(words.paragraph, { number: String(segment + 1) })}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
