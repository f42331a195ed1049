import type { Failure } from './rest.ts'
import type { wordsOf } from './words/words.ts'

/** Why something was not done, told at once to screen readers too. */
export function Refusal({
  refused,
  words,
}: {
  refused: Failure | null
  words: ReturnType<typeof wordsOf>
}) {
  if (!refused) return null
  return (
    <div className="desk-dialog__refused" role="alert">
      {(refused.messages.length > 0 ? refused.messages : [words.noAnswer]).map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  )
}
