'use client'

import { useTranslation } from '@payloadcms/ui'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Assigned, Assignment } from '../desk/assigning.ts'
import { languageIn } from '../desk/names.ts'
import { Refusal } from './refusal.tsx'
import { assignTranslations, type Failure } from './rest.ts'
import { fill, wordsOf } from './words/words.ts'

/** Around the matrix: what is chosen there goes to one translator, with one day. `people`: who translates. */
export function MatrixForm({
  people,
  children,
}: {
  people: readonly { id: string; name: string }[]
  children: ReactNode
}) {
  const id = useId()
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const [chosen, setChosen] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [done, setDone] = useState<Assigned[] | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const assignment = assignmentIn(form, (event.nativeEvent as SubmitEvent).submitter)
    if (busy || assignment.cells.length === 0) return
    setBusy(true)
    const answer = await assignTranslations(assignment, language)
    setBusy(false)
    setFailed(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    const [only] = answer.value.cells
    // What was begun by its own button is what somebody wants to see now.
    if (isStart(event) && only?.outcome === 'started')
      return globalThis.location.assign(`/admin/collections/translations/${only.id}/translate`)
    setDone(answer.value.cells)
    if (answer.value.cells.every(({ outcome }) => outcome !== 'refused'))
      globalThis.location.reload()
  }

  return (
    <form
      onSubmit={(event) => void submit(event)}
      onChange={(event) => setChosen(cellsIn(event.currentTarget).length)}
    >
      {children}
      <fieldset className="desk-matrix__assign">
        <legend>
          {words.matrixAssign} <span>({fill(words.matrixChosen, { count: String(chosen) })})</span>
        </legend>
        <p className="desk-input__help">{words.matrixAssignExplains}</p>
        <Refusal refused={failed} words={words} />
        <div aria-live="polite">{done ? <Done cells={done} language={language} /> : null}</div>
        <div className="desk-search__filters">
          <div className="desk-input">
            <label htmlFor={`${id}-translator`}>{words.matrixTranslator}</label>
            <select id={`${id}-translator`} name="translator" defaultValue="">
              <option value="">{words.matrixKeep}</option>
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
          <div className="desk-input">
            <label htmlFor={`${id}-due`}>{words.dueOn}</label>
            <input id={`${id}-due`} type="date" name="dueOn" />
          </div>
          <button
            type="submit"
            className="desk-button desk-button--strong desk-matrix__apply"
            disabled={busy || chosen === 0}
          >
            {words.matrixAssign}
          </button>
        </div>
      </fieldset>
    </form>
  )
}

function Done({ cells, language }: { cells: readonly Assigned[]; language: string }) {
  const count = (outcome: Assigned['outcome']): string =>
    String(cells.filter((cell) => cell.outcome === outcome).length)
  return (
    <>
      <p>
        {fill(wordsOf(language).matrixDone, {
          started: count('started'),
          assigned: count('assigned'),
          refused: count('refused'),
        })}
      </p>
      <ul>
        {cells
          .filter(({ outcome }) => outcome === 'refused')
          .map(({ release, language: tag, message }) => (
            <li key={`${release} ${tag}`}>
              {languageIn(tag, language)}: {message}
            </li>
          ))}
      </ul>
    </>
  )
}

const starter = (submitter: HTMLElement | null): HTMLButtonElement | null =>
  submitter instanceof HTMLButtonElement && submitter.name === 'start' ? submitter : null

const isStart = (event: FormEvent): boolean =>
  starter((event.nativeEvent as SubmitEvent).submitter) !== null

/** The choice of one box or button: `release language`. */
function cellOf(value: string): Assignment['cells'][number] {
  const [release = '', language = ''] = value.split(' ')
  return { release, language: language as Assignment['cells'][number]['language'] }
}

function cellsIn(form: HTMLFormElement): Assignment['cells'] {
  const values = new FormData(form).getAll('cell')
  return values.flatMap((value) => (typeof value === 'string' ? [cellOf(value)] : []))
}

function assignmentIn(form: HTMLFormElement, submitter: HTMLElement | null): Assignment {
  const start = starter(submitter)
  if (start) return { cells: [cellOf(start.value)] }
  const data = new FormData(form)
  const [translator, dueOn] = [data.get('translator'), data.get('dueOn')]
  return {
    cells: cellsIn(form),
    ...(typeof translator === 'string' && translator !== '' ? { translator } : {}),
    ...(typeof dueOn === 'string' && dueOn !== '' ? { dueOn } : {}),
  }
}
