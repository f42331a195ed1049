'use client'

import { useRef, useState } from 'react'
import { Button } from './button.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { type Failure, makePreviewLink, type Text } from './rest.ts'
import { SecretAddress } from './secret-address.tsx'
import { fill, type wordsOf } from './words/words.ts'

/** Asks for whom and how long, then shows the address, once. */
export function LinkDialog({
  text,
  days,
  words,
  language,
  onMade,
  onClose,
}: {
  text: Text
  days: readonly number[]
  words: ReturnType<typeof wordsOf>
  language: string
  onMade: () => void
  onClose: () => void
}) {
  const [recipient, setRecipient] = useState('')
  const [chosen, setChosen] = useState(7)
  const [busy, setBusy] = useState(false)
  const [address, setAddress] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)
  const shown = useRef<HTMLInputElement>(null)
  const lasting = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  })

  async function make(): Promise<void> {
    setBusy(true)
    const answer = await makePreviewLink(text, { recipient, days: chosen }, language)
    setBusy(false)
    if (!answer.ok) return setRefused(answer.failure)
    setAddress(answer.value.address)
    onMade()
    requestAnimationFrame(() => shown.current?.select())
  }

  const frame = { title: words.linkMakeTitle, explains: words.linkMakeExplains, busy, onClose }
  if (address)
    return (
      <Dialog {...frame}>
        <SecretAddress
          id="link-address"
          label={words.linkAddress}
          help={fill(words.linkOnce, { name: recipient.trim() })}
          address={address}
          input={shown}
        />
        <div className="desk-dialog__buttons">
          <Button strong onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog {...frame}>
      <DialogForm
        label={words.linkMakeTitle}
        words={words}
        busy={busy}
        closed={busy || recipient.trim() === ''}
        onSend={() => void make()}
        onClose={onClose}
      >
        <Refusal refused={refused} words={words} />
        <div className="desk-input">
          <label htmlFor="link-recipient">
            {words.linkRecipient} <span>({words.required})</span>
          </label>
          <input
            id="link-recipient"
            className="desk-input__address"
            required
            maxLength={100}
            value={recipient}
            data-first=""
            autoComplete="off"
            aria-describedby="link-recipient-help"
            onChange={({ target }) => setRecipient(target.value)}
          />
          <p id="link-recipient-help" className="desk-input__help">
            {words.linkRecipientHelp}
          </p>
        </div>
        <fieldset className="desk-input">
          <legend>{words.linkDays}</legend>
          {days.map((count) => (
            <label key={count} className="desk-input__choice">
              <input
                type="radio"
                name="link-days"
                checked={chosen === count}
                onChange={() => setChosen(count)}
              />
              {lasting.format(count)}
            </label>
          ))}
        </fieldset>
      </DialogForm>
    </Dialog>
  )
}
