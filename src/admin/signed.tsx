import type { SignedException } from '../desk/waivers.ts'
import { fill, type wordsOf } from './words/words.ts'

/** What somebody has signed for in this text, before anything else is judged. */
export function Signed({
  exceptions,
  words,
}: {
  exceptions: readonly SignedException[]
  words: ReturnType<typeof wordsOf>
}) {
  if (exceptions.length === 0) return null
  return (
    <section className="desk-notice desk-notice--returned" aria-label={words.checksWaived}>
      <p className="desk-notice__head">{words.checksWaived}</p>
      <ul className="desk-problems">
        {exceptions.map(({ requirement, message, by, at, reason }) => (
          <li key={requirement}>
            {message} <span>{fill(words.checksWaivedBy, { by, at, reason })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
