'use client'

import { useId, useRef, useState } from 'react'
import type { Bar } from '../desk/bar.ts'
import type { BarAction } from '../desk/bar-actions.ts'
import { Button } from './button.tsx'
import { Problems } from './problems.tsx'
import type { Making } from './start-dialog.tsx'
import type { wordsOf } from './words/words.ts'

/**
 * All actions that have no button of their own, with what they do or why they are closed. A list of buttons that opens
 * over the page: Tab goes through it, Escape closes it.
 */
export function MoreActions({
  bar,
  unsaved,
  words,
  onChoose,
  onMake,
}: {
  bar: Bar
  unsaved: boolean
  words: ReturnType<typeof wordsOf>
  onChoose: (action: BarAction) => void
  onMake: (making: Making) => void
}) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [unfolded, setUnfolded] = useState(false)
  const close = (): void => panel.current?.hidePopover()
  const all = [...bar.beside, ...bar.others]
  const open = all.filter(({ why }) => why.length === 0)
  const shut = all.filter(({ why }) => why.length > 0)
  const shown = { id, bar, unsaved, words, close, onChoose }
  return (
    <>
      <Button
        ref={opener}
        popoverTarget={id}
        aria-expanded={unfolded}
        onClick={() => place(panel.current, opener.current)}
      >
        {words.otherActions}
        <svg className="desk-button__arrow" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" />
        </svg>
      </Button>
      <section
        ref={panel}
        id={id}
        popover="auto"
        className="desk-menu"
        aria-label={words.otherActions}
        onToggle={(event) => setUnfolded(event.newState === 'open')}
      >
        <ul>
          {open.map((action) => (
            <Item key={action.action} {...shown} action={action} />
          ))}
          {makings
            .filter(([making]) => bar.makes[making])
            .map(([making, label, explains]) => (
              <li key={making}>
                <button
                  type="button"
                  aria-describedby={`${id}-${making}`}
                  onClick={() => {
                    close()
                    onMake(making)
                  }}
                >
                  {words[label]}
                </button>
                <div id={`${id}-${making}`}>
                  <p>{words[explains]}</p>
                </div>
              </li>
            ))}
          {shut.map((action) => (
            <Item key={action.action} {...shown} action={action} />
          ))}
        </ul>
      </section>
    </>
  )
}

/** An action with what it does, or why it is closed. */
function Item({
  id,
  bar,
  action,
  unsaved,
  words,
  close,
  onChoose,
}: {
  id: string
  bar: Bar
  action: BarAction
  unsaved: boolean
  words: ReturnType<typeof wordsOf>
  close: () => void
  onChoose: (action: BarAction) => void
}) {
  const shut = unsaved || action.why.length > 0
  return (
    <li className={bar.beside.includes(action) ? 'desk-menu__beside' : undefined}>
      <button
        type="button"
        aria-disabled={shut || undefined}
        aria-describedby={`${id}-${action.action}`}
        onClick={() => {
          if (action.why.length > 0) return
          close()
          onChoose(action)
        }}
      >
        {action.label}
        {shut ? <span> ({words.closed})</span> : null}
      </button>
      <div id={`${id}-${action.action}`}>
        {action.why.length === 0 ? (
          <p>{unsaved ? words.unsavedChanges : action.explains}</p>
        ) : (
          action.why.map((reason, index) => (
            <div key={index}>
              <p>{reason.message}</p>
              <Problems problems={reason.problems} bar={bar} words={words} leave={close} />
            </div>
          ))
        )}
      </div>
    </li>
  )
}

/** What else a text is good for. */
const makings = [
  ['start', 'startThis', 'startThisExplains'],
  ['template', 'makeTemplate', 'makeTemplateExplains'],
] as const

/** Under its button. The browser shows it over everything else; the style keeps it within the window. */
function place(panel: HTMLElement | null, opener: HTMLElement | null): void {
  if (!panel || !opener) return
  const { bottom, right } = opener.getBoundingClientRect()
  panel.style.top = `${Math.round(bottom + 6)}px`
  panel.style.setProperty(
    '--from-end',
    `${Math.round(document.documentElement.clientWidth - right)}px`,
  )
}
