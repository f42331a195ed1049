'use client'

import { useId, useState } from 'react'
import type { NoteView } from '../desk/note-view.ts'
import type { ReviewModel } from '../desk/review.ts'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { nameOf } from './note-card.tsx'
import { sendNote } from './rest.ts'
import type { wordsOf } from './words/words.ts'

/** What somebody is about to write: a note on a passage, a field or the text, or a reply. */
export type NoteRequest =
  | {
      kind: 'note'
      field: string
      passage: { quote: string; before: string; after: string; block?: number } | null
    }
  | { kind: 'reply'; note: NoteView }

/** Asks for the words of a note or reply. What was typed stays when it is refused. */
export function NoteDialog({
  asked,
  text,
  words,
  language,
  refreshing,
  onDone,
  onClose,
}: {
  asked: NoteRequest
  text: ReviewModel
  words: ReturnType<typeof wordsOf>
  language: string
  refreshing: boolean
  onDone: (note: string) => void
  onClose: () => void
}) {
  const id = useId()
  const [said, setSaid] = useState('')
  const [mustFix, setMustFix] = useState(false)
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const busy = sending || refreshing
  const isNote = asked.kind === 'note'
  const about = isNote ? asked.passage?.quote : (asked.note.passage?.quote ?? asked.note.words)

  async function send(): Promise<void> {
    setSending(true)
    const { passage } = isNote ? asked : { passage: null }
    const answer = isNote
      ? await sendNote(
          text,
          '',
          {
            field: asked.field,
            words: said,
            mustFix,
            revision: text.revision,
            ...(passage ? { passage } : {}),
          },
          language,
        )
      : await sendNote(text, `/${asked.note.id}/replies`, { words: said }, language)
    if (answer.ok) onDone(answer.value.note.id)
    else setRefused(answer.failure.messages.length > 0 ? answer.failure.messages : [words.noAnswer])
    setSending(false)
  }

  const title = isNote ? words.writeNote : words.reply
  return (
    <Dialog title={title} explains={words.noteExplains} busy={busy} onClose={onClose}>
      <DialogForm
        label={title}
        words={words}
        busy={busy}
        closed={busy || said.trim() === ''}
        onSend={() => void send()}
        onClose={onClose}
      >
        {refused.length > 0 ? (
          <div className="desk-dialog__refused" role="alert">
            <p className="desk-dialog__head">{words.refused}</p>
            {refused.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </div>
        ) : null}
        <p className="desk-dialog__head">{words.noteAbout}</p>
        {about === undefined ? (
          <p>{nameOf(isNote ? asked.field : asked.note.field, words)}</p>
        ) : (
          <blockquote className="desk-dialog__reason" lang={text.language} dir="auto">
            {about}
          </blockquote>
        )}
        <div className="desk-input">
          <label htmlFor={`${id}-words`}>
            {isNote ? words.noteWords : words.replyWords} <span>({words.required})</span>
          </label>
          <textarea
            id={`${id}-words`}
            rows={4}
            required
            maxLength={5000}
            value={said}
            data-first=""
            onChange={(event) => setSaid(event.target.value)}
          />
        </div>
        {isNote ? (
          <div className="desk-input">
            <label className="desk-input__choice">
              <input
                type="checkbox"
                checked={mustFix}
                aria-describedby={`${id}-must`}
                onChange={(event) => setMustFix(event.target.checked)}
              />
              {words.mustFix}
            </label>
            <p id={`${id}-must`} className="desk-input__help">
              {words.mustFixHelp}
            </p>
          </div>
        ) : null}
      </DialogForm>
    </Dialog>
  )
}
