'use client'

import { useState } from 'react'
import type { ReviewModel, ReviewNote } from '../desk/review.ts'
import { Button } from './button.tsx'
import { sendNote } from './rest.ts'
import { fill, type wordsOf } from './words/words.ts'

/** One note with its replies. What can't be done stays and says why. */
export function NoteCard({
  note,
  text,
  words,
  language,
  onReply,
  onDone,
}: {
  note: ReviewNote
  text: ReviewModel
  words: ReturnType<typeof wordsOf>
  language: string
  onReply: () => void
  onDone: (note: string) => void
}) {
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const how = note.resolved ? 'reopen' : 'resolve'
  const { allowed, why } = note[how]

  async function settle(): Promise<void> {
    if (!allowed || sending) return
    setSending(true)
    const answer = await sendNote(text, `/${note.id}/${how}`, {}, language)
    setSending(false)
    if (answer.ok) onDone(note.id)
    else setRefused(answer.failure.messages.length > 0 ? answer.failure.messages : [words.noAnswer])
  }

  const { standing } = note.place
  const told = standing === 'unchanged' || standing === 'whole' ? '' : words[`place-${standing}`]
  return (
    <article
      id={`note-${note.id}`}
      tabIndex={-1}
      className={`desk-note${note.mustFix && !note.resolved ? ' desk-note--must' : ''}`}
      aria-label={fill('{what}: {by}', {
        what: note.mustFix ? words.mustFix : words.noteWords,
        by: note.by.name,
      })}
    >
      {note.mustFix ? <strong className="desk-note__must">{words.mustFix}</strong> : null}
      {note.passage ? (
        <blockquote lang={text.language} dir="auto">
          {note.passage.quote}
        </blockquote>
      ) : (
        <p className="desk-note__about">{nameOf(note.field, words)}</p>
      )}
      {told ? <p className="desk-note__about">{told}</p> : null}
      <p className="desk-note__words">{note.words}</p>
      <p className="desk-note__by">
        {note.by.name}, <time dateTime={note.at}>{note.when}</time>
      </p>
      {note.replies.length > 0 ? (
        <ul>
          {note.replies.map((reply) => (
            <li key={reply.id}>
              <p className="desk-note__words">{reply.words}</p>
              <p className="desk-note__by">
                {reply.by.name}, <time dateTime={reply.at}>{reply.when}</time>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {note.resolved ? (
        <p className="desk-note__by">
          {fill(words.resolvedBy, { by: note.resolved.byName, at: note.resolvedWhen })}
        </p>
      ) : null}
      <div className="desk-note__buttons">
        <Button onClick={onReply}>{words.reply}</Button>
        <Button
          closed={!allowed || sending}
          aria-describedby={allowed ? undefined : `why-${note.id}`}
          onClick={() => void settle()}
        >
          {note.resolved ? words.reopenNote : words.resolveNote}
        </Button>
      </div>
      {allowed ? null : (
        <p id={`why-${note.id}`} className="desk-note__about">
          {why}
        </p>
      )}
      <div role="alert">
        {refused.map((message) => (
          <p key={message} className="desk-note__refused">
            {message}
          </p>
        ))}
      </div>
    </article>
  )
}

/** A field by the name that the form gives it. */
export function nameOf(field: string, words: ReturnType<typeof wordsOf>): string {
  if (field === '') return words.wholeText
  return field in words ? words[field as keyof typeof words] : field
}
