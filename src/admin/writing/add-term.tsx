'use client'

import { useAuth, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { isForm } from '../../language/term-base.ts'
import { Button } from '../button.tsx'
import { Refusal } from '../refusal.tsx'
import { type Failure, makeTerm } from '../rest.ts'
import { fill, wordsOf } from '../words/words.ts'
import '../desk.css'
import '../views.css'

/** Makes a draft term of words that are selected in the form. Shows nothing before any are. */
export function AddTerm() {
  const { language } = useTranslation().i18n
  const { user } = useAuth<{ roles?: string[] }>()
  const words = wordsOf(language)
  const chosenLanguage: unknown = useFormFields(([fields]) => fields.language?.value)
  const tag = typeof chosenLanguage === 'string' ? chosenLanguage : ''
  const place = useRef<HTMLDivElement>(null)
  const chosen = useSelection(place)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [made, setMade] = useState<{ id: string; form: string } | null>(null)
  const writes = user?.roles?.some((role) => role === 'editor' || role === 'translator')
  if (!writes || tag === '') return null

  async function add(form: string): Promise<void> {
    if (busy) return
    setBusy(true)
    const answer = await makeTerm(form, tag, language)
    setBusy(false)
    setRefused(answer.ok ? null : answer.failure)
    setMade(answer.ok ? { id: answer.value.doc.id, form } : null)
  }

  return (
    <div ref={place} className="desk-add-term">
      {chosen !== '' && chosen !== made?.form ? (
        <Button closed={busy} onClick={() => void add(chosen)}>
          {fill(words.addTerm, { words: chosen })}
        </Button>
      ) : null}
      <Refusal refused={refused} words={words} />
      <output>
        {made ? (
          <>
            {fill(words.addTermDone, { words: made.form })}{' '}
            <a href={`/admin/collections/terms/${made.id}`} target="_blank" rel="noreferrer">
              {words.addTermOpen}
            </a>
          </>
        ) : null}
      </output>
    </div>
  )
}

/** Words that are selected and could be a term; they stay while the focus is on the button that is about them. */
function useSelection(own: React.RefObject<HTMLElement | null>): string {
  const [words, setWords] = useState('')
  useEffect(() => {
    const read = (): void => {
      const active = document.activeElement
      if (own.current?.contains(active)) return
      const selected = selectedIn(active).trim()
      setWords(isForm(selected) ? selected : '')
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [own])
  return words
}

function selectedIn(active: Element | null): string {
  if (active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement)
    return active.value.slice(active.selectionStart ?? 0, active.selectionEnd ?? 0)
  return active instanceof HTMLElement && active.isContentEditable
    ? String(document.getSelection())
    : ''
}
