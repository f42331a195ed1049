'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { momentIn } from '../../desk/names.ts'
import type { TextType } from '../../workflow/states.ts'
import { Button } from '../button.tsx'
import { fill, type wordsOf } from '../words/words.ts'
import { differing, type Values } from './form-text.ts'
import type { Offer } from './kept-store.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { useFormValues } from './use-form-values.ts'

type Words = ReturnType<typeof wordsOf>

/** Offers what was typed in an earlier window and never saved. */
export function KeptNotice({
  type,
  offer,
  closed,
  words,
  language,
  onSettled,
}: {
  type: TextType
  offer: Offer
  /** Why the form can't take anything now; null when it can. */
  closed: string | null
  words: Words
  language: string
  onSettled: () => void
}) {
  const { id } = useDocumentInfo()
  const { read, write } = useFormValues(type)
  const [looking, setLooking] = useState<Values | null>(null)
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const at = momentIn(new Date(offer.at).toISOString(), language, zone)
  const fields = new Intl.ListFormat(language).format(
    differing(type, offer.values, read()).map((field) => words[field]),
  )
  return (
    <section className="desk-notice desk-notice--returned" aria-label={words.keptTitle}>
      <p className="desk-notice__head">{words.keptTitle}</p>
      <p>{fill(words.keptAt, { at, fields })}</p>
      <div className="desk-dialog__buttons">
        <Button strong onClick={() => setLooking(read())}>
          {words.keptLook}
        </Button>
        <Button onClick={onSettled}>{words.keptDrop}</Button>
      </div>
      {looking ? (
        <MergeDialog
          type={type}
          id={id === undefined ? null : String(id)}
          values={{ base: offer.base, mine: offer.values, theirs: looking }}
          say={{
            title: words.keptTitle,
            explains: words.keptExplains,
            legend: words.keptLegend,
            mine: words.keptMine,
            theirs: words.keptTheirs,
            take: words.keptTake,
            leave: words.keptLeave,
          }}
          meanwhile={[]}
          closed={closed}
          words={words}
          language={language}
          onSame={onSettled}
          onTake={(values) => {
            write(values)
            onSettled()
          }}
          onClose={() => setLooking(null)}
        />
      ) : null}
    </section>
  )
}
