'use client'

import type { ReactNode, Ref } from 'react'
import { Button } from './button.tsx'
import type { wordsOf } from './words/words.ts'

/**
 * The form of a dialog with its two buttons: what is asked for, then the act and the way out. `closed`: why it can't
 * be sent yet is told elsewhere.
 */
export function DialogForm({
  label,
  words,
  busy,
  closed = busy,
  form,
  onSend,
  onClose,
  children,
}: {
  /** Of the button that sends it. */
  label: string
  words: ReturnType<typeof wordsOf>
  busy: boolean
  closed?: boolean
  /** Given where the form's own code judges the inputs, and not the browser. */
  form?: Ref<HTMLFormElement>
  onSend: () => void
  onClose: () => void
  children: ReactNode
}) {
  return (
    <form
      ref={form}
      noValidate={form !== undefined}
      onSubmit={(event) => {
        event.preventDefault()
        // React tells the document's form too, since this one is drawn from within it.
        event.stopPropagation()
        if (!closed) onSend()
      }}
    >
      {children}
      <output className="desk-dialog__working">{busy ? words.working : ''}</output>
      <div className="desk-dialog__buttons">
        <Button strong type="submit" closed={closed}>
          {label}
        </Button>
        <Button disabled={busy} onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
