'use client'

import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Bar } from '../../desk/bar.ts'
import type { TextType } from '../../workflow/states.ts'
import { Button } from '../button.tsx'
import { fetchText } from '../rest.ts'
import type { wordsOf } from '../words/words.ts'
import { type Values, valuesIn } from './form-text.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { useFormValues } from './use-form-values.ts'

/**
 * Somebody else saved the text while this person was writing: both forms of it, to be chosen from, and saved against
 * the newest revision.
 */
export function TextConflict({
  type,
  newest,
  words,
  language,
  onReload,
  onSettled,
}: {
  type: TextType
  newest: Bar
  words: ReturnType<typeof wordsOf>
  language: string
  /** Null where the page can't be drawn anew. */
  onReload: (() => void) | null
  onSettled: () => void
}) {
  const { submit, setModified } = useForm()
  const { savedDocumentData } = useDocumentInfo()
  const { read, write } = useFormValues(type)
  const [stored, setStored] = useState<Values | null>(null)
  const { collection, id } = newest
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const answer = await fetchText({ collection, id }, language)
      if (!current) return
      if (answer.ok) setStored(answer.value)
      // Told where the form stands: what was typed is kept there.
      else onSettled()
    }
    void load()
    return () => {
      current = false
    }
  }, [collection, id, language, onSettled])
  if (!stored) return null
  return (
    <MergeDialog
      type={type}
      id={id}
      values={{
        base: savedDocumentData ? valuesIn(type, savedDocumentData) : null,
        mine: read(),
        theirs: valuesIn(type, stored),
      }}
      say={{
        title: words.conflictTitle,
        explains: words.mergeExplains,
        legend: words.mergeLegend,
        mine: words.mergeMine,
        theirs: words.mergeTheirs,
        take: words.mergeSave,
        leave: words.keepWriting,
      }}
      meanwhile={newest.meanwhile}
      closed={newest.readOnly}
      words={words}
      language={language}
      onSame={() => {
        write(read(), stored)
        // A save whose answer was lost: everything of it has arrived.
        setModified(false)
        onSettled()
      }}
      onTake={(values) => {
        write(values, stored)
        onSettled()
        // When the form holds it.
        setTimeout(() => void submit(), 100)
      }}
      onClose={onSettled}
    >
      {onReload ? (
        <div className="desk-merge__more">
          <p>{words.loadNewestLoses}</p>
          <Button onClick={onReload}>{words.loadNewest}</Button>
        </div>
      ) : null}
    </MergeDialog>
  )
}
