import type { ReactNode } from 'react'
import type { State } from '../workflow/states.ts'
import { wordsOf } from './words/words.ts'
import './desk.css'

/** One drawing for each state, the same in every list and view. 16 × 16, drawn in the colour of the state. */
const icons: Record<State | 'stale' | 'overdue', ReactNode> = {
  // A pencil.
  draft: <path d="M2.5 13.5l.8-3.2L11 2.6l2.4 2.4-7.7 7.7zM9.4 4.2l2.4 2.4" />,
  // An eye.
  'in-review': (
    <>
      <path d="M1.2 8C3 4.9 5.3 3.4 8 3.4S13 4.9 14.8 8C13 11.1 10.7 12.6 8 12.6S3 11.1 1.2 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  // A tick.
  approved: <path d="M2.4 8.6l3.7 3.7 7.5-8.4" />,
  // A clock.
  scheduled: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4V8l2.6 1.7" />
    </>
  ),
  // A globe.
  published: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M1.8 8h12.4M8 1.8c3.4 3.8 3.4 8.6 0 12.4M8 1.8c-3.4 3.8-3.4 8.6 0 12.4" />
    </>
  ),
  // A way back.
  withdrawn: <path d="M5.6 2.6L2.2 6l3.4 3.4M2.2 6h7.2a4 4 0 010 8H6" />,
  // A box.
  archived: <path d="M1.8 2.8h12.4v3.4H1.8zM2.9 6.2v7h10.2v-7M6.2 9h3.6" />,
  // Two arrows in a circle.
  stale: <path d="M13.6 6.4A6 6 0 003 4.6M3 1.8v3h3M2.4 9.6A6 6 0 0013 11.4M13 14.2v-3h-3" />,
  // A circle with an exclamation mark.
  overdue: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4v4.4M8 11v.6" />
    </>
  ),
}

function Icon({ of }: { of: State | 'stale' | 'overdue' }) {
  return (
    <svg className="desk-badge__icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {icons[of]}
    </svg>
  )
}

/** A state as it is shown everywhere: its icon, its word, its colour. */
export function StateBadge({ state, language }: { state: State; language: string }) {
  return (
    <span className={`desk-badge desk-badge--${state}`}>
      <Icon of={state} />
      {wordsOf(language)[`state-${state}`]}
    </span>
  )
}

/** The mark of a translation whose release has changed; it stands beside a state. */
export function StaleMark({ language }: { language: string }) {
  return (
    <span className="desk-badge desk-badge--stale">
      <Icon of="stale" />
      {wordsOf(language).stale}
    </span>
  )
}

/** The mark of a live text that nobody has looked at by its day. */
export function OverdueMark({ language }: { language: string }) {
  return (
    <span className="desk-badge desk-badge--stale">
      <Icon of="overdue" />
      {wordsOf(language).overdue}
    </span>
  )
}
