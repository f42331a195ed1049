'use client'

import { useAllFormFields, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useMemo, useState } from 'react'
import type { FormSurroundings } from '../../desk/surroundings.ts'
import { catalogueOf, sentenceOfProblem } from '../../workflow/sentences/sentences.ts'
import type { TextType } from '../../workflow/states.ts'
import { Problems } from '../problems.tsx'
import { fetchSurroundings } from '../rest.ts'
import { fill, wordsOf } from '../words/words.ts'
import { checksOf } from './checks.ts'
import { fieldsOf, idIn, type Values, valuesOfFields } from './form-text.ts'
import { questionAbout } from './surroundings.ts'
import '../desk.css'

/** So long after the last key the requirements are asked again. */
const pause = 400

/** What the text still lacks, while it is typed: from the same rules that the desk itself asks. */
export function RequirementsPanel({ type }: { type: TextType }) {
  const id = useId()
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const { id: document, collectionSlug } = useDocumentInfo()
  const modified = useFormModified()
  const text = document === undefined ? null : String(document)
  const settled = useSettled(type)
  const around = useSurroundings(
    settled && questionAbout(type, text, settled.values, settled.revision),
    language,
  )

  const checks = useMemo(() => {
    if (!settled || !around) return null
    const { values, state, now } = settled
    return checksOf(type, values, around, { unsaved: modified, draft: state === 'draft', now })
  }, [type, settled, around, modified])
  const place = { collection: collectionSlug ?? '', id: text ?? '' }
  const elsewhere = elsewhereOf(type, settled?.values ?? {})
  return (
    <section className="desk-checks" aria-labelledby={id}>
      <h2 id={id}>{words.checks}</h2>
      {checks === null ? <p className="desk-bar__hint">{words.checksWait}</p> : null}
      {checks && checks.waivers.length > 0 ? (
        <div className="desk-checks__group">
          <h3>{words.checksWaived}</h3>
          <ul className="desk-problems">
            {checks.waivers.map(({ requirement, message, by, at, reason }) => (
              <li key={requirement}>
                {message} <span>{fill(words.checksWaivedBy, { by, at, reason })}</span>
              </li>
            ))}
          </ul>
          {modified ? <p className="desk-bar__hint">{words.checksLapse}</p> : null}
        </div>
      ) : null}
      {checks?.groups.length === 0 ? <p>{words.checksNone}</p> : null}
      {checks?.groups.map(({ group, problems }) => (
        <div key={group} className={`desk-checks__group desk-checks__group--${group}`}>
          <h3>{words[`checks-${group}`]}</h3>
          <Problems
            problems={problems.map((problem) => ({
              message: sentenceOfProblem(problem, catalogueOf(language)),
              field: problem.field,
              segment: problem.segment ?? null,
              note: problem.note ?? null,
            }))}
            bar={{ ...place, elsewhere }}
            words={words}
            leave={() => undefined}
          />
        </div>
      ))}
    </section>
  )
}

interface Settled {
  values: Values
  revision: number
  state: unknown
  /** When that was; ISO 8601, UTC. */
  now: string
}

/** What stands in the form, once nobody has typed for a moment. */
function useSettled(type: TextType): Settled | null {
  const [fields] = useAllFormFields()
  const [settled, setSettled] = useState<Settled | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      const [revision, state] = [Number(fields.revision?.value ?? 0), fields.state?.value]
      const now = new Date().toISOString()
      setSettled({ values: valuesOfFields(type, fields), revision, state, now })
    }, pause)
    return () => clearTimeout(timer)
  }, [type, fields])
  return settled
}

/** Asked only when what it depends on has changed; what was known before stands until the answer comes. */
function useSurroundings(question: string | null, language: string): FormSurroundings | null {
  const [around, setAround] = useState<FormSurroundings | null>(null)
  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      if (question === null) return
      const answer = await fetchSurroundings(question, language)
      if (current && answer.ok) setAround(answer.value)
    }
    void ask()
    return () => {
      current = false
    }
  }, [question, language])
  return around
}

/** A translation shows the pictures, contacts and dates of its release. */
function elsewhereOf(type: TextType, values: Values): { fields: string[]; href: string } | null {
  const release = idIn(values.release)
  if (type !== 'translation' || release === '') return null
  const own: readonly string[] = fieldsOf.translation
  return {
    fields: fieldsOf.release.filter((name) => !own.includes(name)),
    href: `/admin/collections/releases/${release}`,
  }
}
