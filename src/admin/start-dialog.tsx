'use client'

import { useState } from 'react'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { type Failure, makeTemplateOf, startRelease } from './rest.ts'
import type { Bar } from '../desk/bar.ts'
import type { wordsOf } from './words/words.ts'

export type Making = 'start' | 'template'

/** Makes something new of a text: a release that begins with its words, or a template. Then leads there. */
export function StartDialog({
  making,
  bar: { type, id },
  words,
  language,
  onClose,
}: {
  making: Making
  bar: Pick<Bar, 'type' | 'id'>
  words: ReturnType<typeof wordsOf>
  language: string
  onClose: () => void
}) {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const start = making === 'start'
  const title = start ? words.startThis : words.makeTemplate

  async function send(): Promise<void> {
    setBusy(true)
    const answer = start
      ? await startRelease({ release: id }, language)
      : await makeTemplateOf(type, id, name, language)
    if (answer.ok)
      return globalThis.location.assign(
        `/admin/collections/${start ? 'releases' : 'templates'}/${answer.value.doc.id}`,
      )
    setBusy(false)
    setRefused(answer.failure)
  }

  return (
    <Dialog
      title={title}
      explains={start ? words.startThisExplains : words.makeTemplateExplains}
      busy={busy}
      onClose={onClose}
    >
      <DialogForm
        label={title}
        words={words}
        busy={busy}
        closed={busy || (!start && name.trim() === '')}
        onSend={() => void send()}
        onClose={onClose}
      >
        <Refusal refused={refused} words={words} />
        {start ? null : (
          <div className="desk-input">
            <label htmlFor="template-name">
              {words.templateName} <span>({words.required})</span>
            </label>
            <input
              id="template-name"
              className="desk-input__address"
              required
              maxLength={200}
              value={name}
              data-first=""
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
          </div>
        )}
      </DialogForm>
    </Dialog>
  )
}
