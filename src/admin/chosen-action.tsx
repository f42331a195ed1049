'use client'

import type { Bar } from '../desk/bar.ts'
import type { BarAction } from '../desk/bar-actions.ts'
import { ActionDialog } from './action-dialog.tsx'
import { WhyDialog } from './why-dialog.tsx'
import { fill, type wordsOf } from './words/words.ts'

/** The dialog of the action that was chosen: asks for what it needs, or says why it can't be taken now. */
export function ChosenAction({
  bar,
  action,
  unsaved,
  words,
  language,
  refreshing,
  onDone,
  onReload,
  onClose,
}: {
  bar: Bar
  action: BarAction
  /** Whether the form holds what isn't saved: nothing can be done with the text then. */
  unsaved: boolean
  words: ReturnType<typeof wordsOf>
  language: string
  refreshing: boolean
  /** The action was taken: what to say of it, and the revision that it was taken on. */
  onDone: (done: { sentence: string; revision: number }) => void
  onReload: () => void
  onClose: () => void
}) {
  if (unsaved || action.why.length > 0)
    return <WhyDialog bar={bar} action={action} unsaved={unsaved} words={words} onClose={onClose} />
  return (
    <ActionDialog
      key={action.action}
      bar={bar}
      action={action}
      words={words}
      language={language}
      refreshing={refreshing}
      onDone={() =>
        onDone({ sentence: fill(words.done, { action: action.label }), revision: bar.revision })
      }
      onReload={onReload}
      onClose={onClose}
    />
  )
}
