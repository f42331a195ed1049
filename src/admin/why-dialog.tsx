'use client'

import type { Bar } from '../desk/bar.ts'
import type { BarAction } from '../desk/bar-actions.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Problems } from './problems.tsx'
import type { wordsOf } from './words/words.ts'

/** Says why an action is closed, and leads to what can be mended. */
export function WhyDialog({
  bar,
  action,
  unsaved,
  words,
  onClose,
}: {
  bar: Bar
  action: BarAction
  unsaved: boolean
  words: ReturnType<typeof wordsOf>
  onClose: () => void
}) {
  return (
    <Dialog title={action.label} explains={words.whyClosed} onClose={onClose}>
      {unsaved ? <p className="desk-dialog__reason">{words.unsavedChanges}</p> : null}
      {action.why.map((reason, index) => (
        <div key={index} className="desk-dialog__reason">
          <p>{reason.message}</p>
          <Problems problems={reason.problems} bar={bar} words={words} leave={onClose} />
        </div>
      ))}
      <div className="desk-dialog__buttons">
        <Button strong onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </Dialog>
  )
}
