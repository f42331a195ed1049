'use client'

import { useId, useState } from 'react'
import { Button } from '../button.tsx'
import { Refusal } from '../refusal.tsx'
import { type Failure, importXliff, type XliffReport } from '../rest.ts'
import { fill } from '../words/words.ts'
import type { Words } from './pair.tsx'
import { canBeTaken } from './proposed.tsx'
import type { SegmentDesk } from './use-segments.ts'

/** The translation as a file for people outside, and what came back from them. */
export function XliffTools({
  id,
  desk,
  language,
  words,
}: {
  id: string
  desk: SegmentDesk
  language: string
  words: Words
}) {
  const address = `/api/translations/${id}/xliff?version=`
  return (
    <>
      <ProposalsHead desk={desk} words={words} />
      <details className="desk-translate__xliff">
        <summary>XLIFF</summary>
        <p>
          {words.xliffExport}: <a href={`${address}2.1`}>2.1</a>, <a href={`${address}1.2`}>1.2</a>
        </p>
        {desk.model.closed === null ? (
          <XliffImport id={id} language={language} words={words} onDone={desk.reload} />
        ) : null}
      </details>
    </>
  )
}

function XliffImport({
  id,
  language,
  words,
  onDone,
}: {
  id: string
  language: string
  words: Words
  onDone: () => void
}) {
  const field = useId()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [report, setReport] = useState<XliffReport | null>(null)

  async function bringIn(): Promise<void> {
    if (!file || busy) return
    setBusy(true)
    const answer = await importXliff(id, file, language)
    setBusy(false)
    setRefused(answer.ok ? null : answer.failure)
    setReport(answer.ok ? answer.value : null)
    if (answer.ok) onDone()
  }

  return (
    <>
      <p>
        <label htmlFor={field}>{words.xliffImport}</label>{' '}
        <input
          id={field}
          type="file"
          accept=".xlf,.xliff,.mqxliff,.sdlxliff,.xml,application/xliff+xml"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />{' '}
        <Button closed={!file || busy} onClick={() => void bringIn()}>
          {words.termsImportDo}
        </Button>
      </p>
      <Refusal refused={refused} words={words} />
      <output>{report ? saidOf(report, words) : null}</output>
      {report && report.left.length > 0 ? (
        <>
          <p>{words.xliffLeft}</p>
          <ul>
            {report.left.map(({ message }, place) => (
              <li key={place}>{message}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

const saidOf = ({ proposed, conflicts, same }: XliffReport, words: Words): string =>
  fill(words.xliffDone, {
    proposed: String(proposed),
    conflicts: String(conflicts),
    same: String(same),
  })

/** How many changes are proposed, and all at once that nobody has to look at twice. */
function ProposalsHead({ desk, words }: { desk: SegmentDesk; words: Words }) {
  const { rows, closed } = desk.model
  const open = rows.filter(({ proposed }) => proposed !== null)
  if (open.length === 0) return null
  const conflicts = open.filter(({ proposed }) => proposed?.conflict)
  const clear = open.filter((row) => row.proposed?.conflict === null && canBeTaken(row))
  return (
    <div className="desk-notice">
      <p>
        {fill(words.proposalsOpen, {
          count: String(open.length),
          conflicts: String(conflicts.length),
        })}{' '}
        {words.proposedLegend}
      </p>
      {closed === null && clear.length > 0 ? (
        <Button onClick={() => desk.takeProposed(clear)}>{words.proposalsTake}</Button>
      ) : null}
    </div>
  )
}
