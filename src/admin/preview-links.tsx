'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState, useTransition } from 'react'
import type { LinksView } from '../desk/link-view.ts'
import { Button } from './button.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { revokePreviewLink, type Text } from './rest.ts'
import { useFocusAfter } from './use-focus-after.ts'
import { fill, wordsOf } from './words/words.ts'

/** A link in the person's language. */
export interface LinkLine {
  id: string
  recipient: string
  made: string
  until: string
  opened: string
  state: string
  open: boolean
  revoke: { allowed: boolean; why: string }
}

/** Who outside can see the text, how to let somebody in, and how to send them out. */
export function PreviewLinks({
  text,
  links,
  make,
}: {
  text: Text
  links: readonly LinkLine[]
  make: LinksView['make']
}) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const router = useRouter()
  const place = useRef<HTMLElement>(null)
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const [refreshing, startRefresh] = useTransition()

  // What was pressed is gone then.
  useFocusAfter(refreshing, place)

  async function revoke({ id, recipient }: LinkLine): Promise<void> {
    setBusy(true)
    const answer = await revokePreviewLink(text, id, language)
    setBusy(false)
    setSaid(
      answer.ok
        ? fill(words.linkRevoked, { name: recipient })
        : answer.failure.messages.join(' ') || words.noAnswer,
    )
    if (answer.ok) startRefresh(() => router.refresh())
  }

  return (
    <section ref={place} tabIndex={-1} aria-labelledby="desk-links">
      <h2 id="desk-links">{words.links}</h2>
      <p className="desk-preview__explains">{words.linksExplain}</p>
      <p>
        <Button
          closed={!make.allowed}
          aria-describedby={make.allowed ? undefined : 'desk-links-why'}
          onClick={() => {
            setSaid('')
            if (make.allowed) setOpen(true)
          }}
        >
          {words.linkMake}
        </Button>
      </p>
      {make.allowed ? null : (
        <p id="desk-links-why" className="desk-preview__explains">
          {make.why}
        </p>
      )}
      <output>{said}</output>
      {links.length === 0 ? <p className="desk-notice">{words.linksNone}</p> : null}
      <ul className="desk-links">
        {links.map((link) => (
          <li key={link.id}>
            <h3>
              <bdi>{link.recipient}</bdi>
            </h3>
            <dl>
              <Fact name={words.linkState} value={link.state} />
              <Fact name={words.linkUntil} value={link.until} />
              <Fact name={words.linkOpened} value={link.opened} />
              <Fact name={words.linkMadeBy} value={link.made} />
            </dl>
            {link.open && link.revoke.allowed ? (
              <Button
                disabled={busy || refreshing}
                aria-label={fill(words.linkRevokeOf, { name: link.recipient })}
                onClick={() => void revoke(link)}
              >
                {words.linkRevoke}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? (
        <LinkDialog
          text={text}
          days={make.days}
          words={words}
          language={language}
          onMade={() => startRefresh(() => router.refresh())}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
