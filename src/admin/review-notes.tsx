'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { Fragment, useEffect, useRef, useState, useTransition } from 'react'
import type { ReviewModel, ReviewNote, ReviewPassage } from '../desk/review.ts'
import { Button } from './button.tsx'
import { NoteCard } from './note-card.tsx'
import { NoteDialog, type NoteRequest } from './note-dialog.tsx'
import { fill, wordsOf } from './words/words.ts'

type Words = ReturnType<typeof wordsOf>

/** The text as it is now with the notes beside their passages, and where to write more of them. */
export function ReviewNotes({ review }: { review: ReviewModel }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const router = useRouter()
  const [asked, setAsked] = useState<NoteRequest | null>(null)
  const [target, setTarget] = useState('')
  const [refreshing, startRefresh] = useTransition()

  // What was pressed may be gone, so the focus goes to the note that it has led to.
  const wasRefreshing = useRef(false)
  useEffect(() => {
    if (wasRefreshing.current && !refreshing) document.getElementById(`note-${target}`)?.focus()
    wasRefreshing.current = refreshing
  }, [refreshing, target])
  // The browser looked for the note before the page was there.
  useEffect(() => {
    const { hash } = window.location
    if (/^#note-[\w-]+$/.test(hash)) document.querySelector<HTMLElement>(hash)?.focus()
  }, [])

  const done = (note: string): void => {
    setTarget(note)
    startRefresh(() => {
      router.refresh()
      setAsked(null)
    })
  }
  const card = (note: ReviewNote) => (
    <NoteCard
      key={note.id}
      note={note}
      text={review}
      words={words}
      language={language}
      onReply={() => setAsked({ kind: 'reply', note })}
      onDone={done}
    />
  )
  const some = review.elsewhere.length > 0 || review.passages.some(({ notes }) => notes.length > 0)
  return (
    <section className="desk-review__text" aria-labelledby="desk-review-text">
      <h2 id="desk-review-text">{words.textWithNotes}</h2>
      <p className="desk-bar__hint">{some ? words.textWithNotesHelp : words.noNotes}</p>
      <Button onClick={() => setAsked({ kind: 'note', field: '', passage: null })}>
        {words.writeNoteOnText}
      </Button>
      {review.elsewhere.length > 0 ? (
        <section aria-label={words.otherNotes}>
          <h3>{words.otherNotes}</h3>
          <Notes notes={review.elsewhere} words={words} card={card} />
        </section>
      ) : null}
      {review.passages.map((passage, index) => (
        <Passage
          key={`${passage.field}-${index}`}
          passage={passage}
          first={passage.field !== review.passages[index - 1]?.field}
          language={review.language}
          words={words}
          card={card}
          onNote={setAsked}
        />
      ))}
      {asked ? (
        <NoteDialog
          key={asked.kind}
          asked={asked}
          text={review}
          words={words}
          language={language}
          refreshing={refreshing}
          onDone={done}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </section>
  )
}

function Passage({
  passage,
  first,
  language,
  words,
  card,
  onNote,
}: {
  passage: ReviewPassage
  /** Whether it is the first of its field. */
  first: boolean
  /** Of the text. */
  language: string
  words: Words
  card: (note: ReviewNote) => React.ReactNode
  onNote: (asked: NoteRequest) => void
}) {
  const place = useRef<HTMLParagraphElement>(null)
  const { field, block, kind } = passage
  const name = block === null ? words[field] : fill(words.paragraph, { number: String(block + 1) })
  return (
    <>
      {first ? <h3>{words[field]}</h3> : null}
      <div className="desk-passage">
        <div>
          <p
            ref={place}
            lang={language}
            dir="auto"
            className={`desk-passage__words desk-passage__words--${kind}`}
          >
            {marked(passage)}
          </p>
          <Button
            className="desk-passage__note"
            // Pressing it would drop what was selected.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() =>
              onNote({
                kind: 'note',
                field,
                passage: {
                  ...selectedIn(place.current, passage.words),
                  ...(block === null ? {} : { block }),
                },
              })
            }
          >
            {words.writeNote}
            <span className="desk-hidden">: {name}</span>
          </Button>
        </div>
        <div className="desk-passage__notes">
          <Notes notes={passage.notes} words={words} card={card} />
        </div>
      </div>
    </>
  )
}

/** Open ones to be read; resolved ones folded. */
function Notes({
  notes,
  words,
  card,
}: {
  notes: readonly ReviewNote[]
  words: Words
  card: (note: ReviewNote) => React.ReactNode
}) {
  const resolved = notes.filter((note) => note.resolved)
  return (
    <>
      {notes.filter((note) => !note.resolved).map(card)}
      {resolved.length > 0 ? (
        <details>
          <summary>{fill(words.resolvedNotes, { count: String(resolved.length) })}</summary>
          {resolved.map(card)}
        </details>
      ) : null}
    </>
  )
}

/** The words of a passage with what open notes are about marked in them. */
function marked({ words, notes }: ReviewPassage) {
  const spots = notes
    .filter(({ resolved }) => !resolved)
    .flatMap(({ place: { start, end } }) =>
      start === null || end === null ? [] : [{ start, end }],
    )
    .sort((one, other) => one.start - other.start)
  const pieces: React.ReactNode[] = []
  let at = 0
  for (const [index, { start, end }] of spots.entries()) {
    if (end <= at) continue
    const from = Math.max(start, at)
    pieces.push(
      <Fragment key={index}>
        {words.slice(at, from)}
        <mark>{words.slice(from, end)}</mark>
      </Fragment>,
    )
    at = end
  }
  return [...pieces, words.slice(at)]
}

/** So much of what stands around tells a passage from the same words elsewhere. */
const around = 60

/** What the person has selected in a passage, or all of it. */
function selectedIn(
  element: HTMLElement | null,
  words: string,
): { quote: string; before: string; after: string } {
  const selection = window.getSelection()
  const whole = { quote: words, before: '', after: '' }
  if (!element || !selection || selection.rangeCount === 0 || selection.isCollapsed) return whole
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return whole
  const lead = document.createRange()
  lead.setStart(element, 0)
  lead.setEnd(range.startContainer, range.startOffset)
  const start = lead.toString().length
  const quote = range.toString()
  if (quote.trim() === '') return whole
  return {
    quote,
    before: words.slice(Math.max(0, start - around), start),
    after: words.slice(start + quote.length, start + quote.length + around),
  }
}
