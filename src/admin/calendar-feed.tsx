'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { Button } from './button.tsx'
import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { type Failure, makeCalendarAddress, revokeCalendarAddress } from './rest.ts'
import { SecretAddress } from './secret-address.tsx'
import { wordsOf } from './words/words.ts'
import './desk.css'

interface Made {
  headlines: boolean
}

/** Makes, renews and takes back the secret address of the person's calendar. */
export function CalendarFeed({ made }: { made: Made | null }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const [open, setOpen] = useState(false)
  const [feed, setFeed] = useState(made)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.feedButton}</Button>
      {open ? (
        <FeedDialog
          feed={feed}
          language={language}
          onChange={setFeed}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

function FeedDialog({
  feed,
  language,
  onChange,
  onClose,
}: {
  feed: Made | null
  language: string
  onChange: (feed: Made | null) => void
  onClose: () => void
}) {
  const words = wordsOf(language)
  const [plain, setPlain] = useState(!(feed?.headlines ?? false))
  const [busy, setBusy] = useState(false)
  const [address, setAddress] = useState('')
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)
  const shown = useRef<HTMLInputElement>(null)

  async function make(): Promise<void> {
    setBusy(true)
    setRefused(null)
    const answer = await makeCalendarAddress(!plain, language)
    setBusy(false)
    if (!answer.ok) return setRefused(answer.failure)
    setAddress(answer.value.address)
    setSaid('')
    onChange({ headlines: !plain })
    requestAnimationFrame(() => shown.current?.select())
  }

  async function revoke(): Promise<void> {
    setBusy(true)
    setRefused(null)
    const answer = await revokeCalendarAddress(language)
    setBusy(false)
    if (!answer.ok) return setRefused(answer.failure)
    setAddress('')
    setSaid(words.feedRevoked)
    onChange(null)
  }

  const revoking = (
    <p>
      <Button disabled={busy} onClick={() => void revoke()}>
        {words.feedRevoke}
      </Button>
    </p>
  )
  if (address)
    return (
      <Dialog title={words.feedTitle} explains={words.feedExplains} busy={busy} onClose={onClose}>
        <SecretAddress
          id="feed-address"
          label={words.feedAddress}
          help={words.feedOnce}
          address={address}
          input={shown}
        />
        <Refusal refused={refused} words={words} />
        {revoking}
        <div className="desk-dialog__buttons">
          <Button strong onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={words.feedTitle} explains={words.feedExplains} busy={busy} onClose={onClose}>
      <DialogForm
        label={feed ? words.feedRenew : words.feedMake}
        words={words}
        busy={busy}
        onSend={() => void make()}
        onClose={onClose}
      >
        <Refusal refused={refused} words={words} />
        <div className="desk-input">
          <label className="desk-input__choice">
            <input
              type="checkbox"
              checked={plain}
              aria-describedby="feed-plain"
              onChange={({ target }) => setPlain(target.checked)}
            />
            {words.feedPlain}
          </label>
          <p id="feed-plain" className="desk-input__help" aria-live="polite">
            {plain ? words.feedPlainHelp : words.feedHeadlinesHelp}
          </p>
        </div>
        <output>{feed ? words.feedThere : said}</output>
        {feed ? revoking : null}
      </DialogForm>
    </Dialog>
  )
}
