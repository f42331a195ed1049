'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { languageIn } from '../../desk/names.ts'
import type { SegmentRow, Segments } from '../../desk/segments.ts'
import { Button } from '../button.tsx'
import { wordsOf } from '../words/words.ts'
import { SignInDialog } from '../writing/sign-in-dialog.tsx'
import { following, textsIn } from './drafts.ts'
import { insertOf } from './earlier.tsx'
import { keyIn } from './keys.ts'
import { Columns } from './pair.tsx'
import { fieldOf, Segment } from './segment.tsx'
import { TranslateHead } from './translate-head.tsx'
import { useKeptSegments } from './use-kept-segments.ts'
import { useSegments } from './use-segments.ts'

/** A translation beside its original, translated and confirmed by keyboard or mouse. Decides nothing about the text. */
export function TranslateDesk({ id, first }: { id: string; first: Segments }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const desk = useSegments(id, first, language)
  const { model, drafts, saving, refused, clashes, type, save, decide } = desk
  const [active, setActive] = useState<string | null>(null)
  const [later, setLater] = useState(false)
  const [back, setBack] = useState(0)
  const keeps = useKeptSegments(id, model.target.revision, drafts, language, (found) =>
    setBack(desk.putBack(found)),
  )
  const { rows } = model
  const closed = model.closed !== null

  function enter(row: string | null): void {
    if (row === null) return
    setActive(row)
    // Where the words are written elsewhere, its answer is what can be reached.
    const field = document.getElementById(fieldOf(row))
    show(field ?? document.getElementById(`${fieldOf(row)}-confirm`))
  }
  const isOpen = (row: SegmentRow): boolean => row.open && !desk.confirmed.has(row.row)
  const next = (step: 1 | -1): void => enter(following(rows, active, step, isOpen))

  function confirm(row: SegmentRow): void {
    save(row.row)
    enter(following(rows, row.row, 1, isOpen))
  }
  function drop(row: SegmentRow): void {
    for (const part of textsIn(row, drafts).keys()) type(row, part, '')
    confirm(row)
  }
  function clear(row: SegmentRow): void {
    for (const part of textsIn(row, drafts).keys()) type(row, part, '')
    enter(row.row)
  }
  function copy(row: SegmentRow): void {
    if (row.text === '' || row.elsewhere) return
    type(row, 0, row.text)
    enter(row.row)
  }
  function toFinding(): void {
    const row = following(rows, active, 1, ({ found }) => found.length > 0)
    if (row === null) return
    setActive(row)
    show(document.querySelector(`[data-row="${CSS.escape(row)}"] .desk-pair__found li`))
  }

  function press(event: KeyboardEvent): void {
    const key = keyIn(event)
    if (!key) return
    event.preventDefault()
    const row = rows.find((one) => one.row === active)
    if (key === 'next') next(1)
    else if (key === 'before') next(-1)
    else if (key === 'check') toFinding()
    else if (closed) return
    else if (key === 'save') save()
    else if (row && key === 'copy') copy(row)
    else if (key === 'insert') document.getElementById(insertOf(active ?? ''))?.click()
    else if (row && isOpen(row)) confirmOrAsk(row)
    else if (row) {
      save()
      next(1)
    }
  }
  /** The keyboard leaves nothing out by accident. */
  function confirmOrAsk(row: SegmentRow): void {
    const isBlank =
      row.elsewhere === null && textsIn(row, drafts).every((text) => text.trim() === '')
    if (isBlank) document.getElementById(`${fieldOf(row.row)}-confirm`)?.focus()
    else confirm(row)
  }

  // What others have done may have taken the active row away.
  const gone = active !== null && !rows.some(({ row }) => row === active)
  const view = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (gone) view.current?.focus()
  }, [gone])
  const pressed = useEffectEvent(press)
  useEffect(() => {
    const place = view.current
    const come = ({ target }: FocusEvent): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
      if (row?.dataset.row) setActive(row.dataset.row)
    }
    const press = (event: KeyboardEvent): void => {
      const isHere = event.target === document.body || place?.contains(event.target as Node)
      if (isHere && !document.querySelector('dialog[open]')) pressed(event)
    }
    place?.addEventListener('focusin', come)
    // From wherever the page is read, but not from a dialog or another field.
    document.addEventListener('keydown', press)
    return () => {
      place?.removeEventListener('focusin', come)
      document.removeEventListener('keydown', press)
    }
  }, [])

  const names: [string, string] = [
    `${words.translateOriginal} · ${languageIn(model.source.language, language)}`,
    `${words.translateTranslation} · ${languageIn(model.target.language, language)}`,
  ]
  return (
    <div ref={view} tabIndex={-1} className="desk-view desk-translate gutter--left gutter--right">
      <TranslateHead
        id={id}
        desk={desk}
        back={back}
        keeps={keeps}
        language={language}
        words={words}
      />
      {saving === 'signed-out' && later ? (
        <div className="desk-notice desk-notice--returned" role="alert">
          <p>{words.expiredNotice}</p>
          <Button strong onClick={() => setLater(false)}>
            {words.signInButton}
          </Button>
        </div>
      ) : null}
      {saving === 'signed-out' && !later ? (
        <SignInDialog
          other={false}
          words={words}
          language={language}
          onSignedIn={() => save()}
          onClose={() => setLater(true)}
        />
      ) : null}
      <Columns names={names} />
      <ol className="desk-pair__list" aria-label={words.translateAll}>
        {rows.map((row) => (
          <Segment
            key={row.row}
            row={row}
            texts={textsIn(row, drafts)}
            from={model.source.language}
            to={model.target.language}
            closed={closed}
            active={row.row === active}
            refused={refused[row.row]}
            clash={clashes.includes(row.row)}
            words={words}
            language={language}
            onType={(part, text) => type(row, part, text)}
            onConfirm={() => confirm(row)}
            onCopy={() => copy(row)}
            onClear={() => clear(row)}
            onDrop={() => drop(row)}
            onDecide={(side) => decide(row, side)}
            onTake={() => {
              desk.takeProposed([row])
              enter(row.row)
            }}
            onLeave={() => {
              desk.leaveProposed(row.row)
              enter(row.row)
            }}
          />
        ))}
      </ol>
    </div>
  )
}

/** At once: the next letter that is typed belongs there. */
function show(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'nearest' })
  place?.focus({ preventScroll: true })
}
