'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState, useTransition } from 'react'
import type { Bar } from '../desk/bar.ts'
import type { BarAction } from '../desk/bar-actions.ts'
import { Button } from './button.tsx'
import { ChosenAction } from './chosen-action.tsx'
import { StaleMark, StateBadge } from './state-badge.tsx'
import { useFocusAfter } from './use-focus-after.ts'
import { wordsOf } from './words/words.ts'

/** What a reviewer decides here. */
const decisions: ReadonlySet<string> = new Set(['approve', 'return'])

const isClosed = ({ why }: BarAction): boolean => why.length > 0

/**
 * State and decisions of the text that is being reviewed: on the very revision that the page shows. What has to be
 * mended stands in the form.
 */
export function ReviewActions({ bar: shown }: { bar: Bar }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const router = useRouter()
  const place = useRef<HTMLElement>(null)
  const [name, setName] = useState<string | null>(null)
  const [done, setDone] = useState({ sentence: '', revision: -1 })
  const [refreshing, startRefresh] = useTransition()
  const all = [...(shown.next ? [shown.next] : []), ...shown.beside, ...shown.others]
  const offered = all
    .filter(({ action }) => decisions.has(action))
    .sort((one, other) => (one.action < other.action ? -1 : 1))
  const chosen = offered.find(({ action }) => action === name) ?? null
  const form = `/admin/collections/${shown.collection}/${shown.id}`
  const fields = all.flatMap(({ why }) =>
    why.flatMap(({ problems }) => problems.map(({ field }) => field)),
  )
  const bar: Bar = { ...shown, elsewhere: shown.elsewhere ?? { fields, href: form } }

  useFocusAfter(refreshing, place)

  const reload = (): void =>
    startRefresh(() => {
      router.refresh()
      setName(null)
    })
  return (
    <section ref={place} tabIndex={-1} className="desk-bar" aria-label={words.workflow}>
      <div className="desk-bar__facts">
        <StateBadge state={bar.state} language={language} />
        {bar.stale ? <StaleMark language={language} /> : null}
        {bar.holder ? <span>{bar.holder}</span> : null}
        <a href={form}>{words.openForm}</a>
      </div>
      <div className="desk-bar__actions">
        {offered.map((action) => (
          <Button
            key={action.action}
            strong={action.action === 'approve'}
            closed={isClosed(action)}
            onClick={() => setName(action.action)}
          >
            {action.label}
            {isClosed(action) ? <span className="desk-hidden"> ({words.closed})</span> : null}
          </Button>
        ))}
      </div>
      <output>{bar.revision === done.revision + 1 ? done.sentence : ''}</output>
      {chosen ? (
        <ChosenAction
          bar={bar}
          action={chosen}
          unsaved={false}
          words={words}
          language={language}
          refreshing={refreshing}
          onDone={(outcome) => {
            setDone(outcome)
            reload()
          }}
          onReload={reload}
          onClose={() => setName(null)}
        />
      ) : null}
    </section>
  )
}
