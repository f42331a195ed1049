'use client'

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import './desk.css'

/**
 * A dialog over the whole admin: the browser keeps the focus inside and gives it back. It closes with Escape unless
 * something is under way.
 */
export function Dialog({
  title,
  explains,
  busy = false,
  className = '',
  onClose,
  children,
}: {
  title: string
  explains?: string
  busy?: boolean
  className?: string
  onClose: () => void
  children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Closed before it is taken out of the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    // Where the first thing in it isn't the one to begin with.
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => dialog?.close()
  }, [])
  // Outside of the document's form, since a form can't stand in a form.
  return createPortal(
    <dialog
      ref={ref}
      className={`desk-dialog ${className}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={explains ? `${id}-explains` : undefined}
      aria-busy={busy}
      onCancel={(event) => {
        event.preventDefault()
        if (!busy) onClose()
      }}
      onClose={() => {
        // Browsers close it at a second Escape, whatever `cancel` says.
        if (ref.current?.open) return
        if (busy) ref.current?.showModal()
        else onClose()
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {explains ? <p id={`${id}-explains`}>{explains}</p> : null}
      {children}
    </dialog>,
    document.body,
  )
}
