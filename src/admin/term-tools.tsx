'use client'

import { useAuth, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useState } from 'react'
import type { TermReport, TermsReport } from '../exchange/terms/import-terms.ts'
import { Button } from './button.tsx'
import { Refusal } from './refusal.tsx'
import { type Failure, importTermFile } from './rest.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

/** Above the list of terms: out into files, in from files, and what is in print that should not be. */
export function TermTools() {
  const { language } = useTranslation().i18n
  const { user } = useAuth<{ roles?: string[] }>()
  const words = wordsOf(language)
  return (
    <div className="desk-terms">
      <p>
        {words.termsExport} <a href="/api/terms/export?format=tbx">TBX</a>,{' '}
        <a href="/api/terms/export?format=csv">CSV</a>
      </p>
      <p>
        <a href="/admin/forbidden-forms">{words.forbiddenUses}</a>
      </p>
      {user?.roles?.includes('editor') ? <TermImport language={language} /> : null}
    </div>
  )
}

function TermImport({ language }: { language: string }) {
  const words = wordsOf(language)
  const router = useRouter()
  const field = useId()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [report, setReport] = useState<TermsReport | null>(null)

  async function bringIn(): Promise<void> {
    if (!file || busy) return
    setBusy(true)
    const answer = await importTermFile(file, language)
    setBusy(false)
    setRefused(answer.ok ? null : answer.failure)
    setReport(answer.ok ? answer.value : null)
    if (answer.ok) router.refresh()
  }

  return (
    <details>
      <summary>{words.termsImport}</summary>
      <p>{words.termsImportExplains}</p>
      <label htmlFor={field}>{words.termsImportFile}</label>{' '}
      <input
        id={field}
        type="file"
        accept=".tbx,.xml,.csv,text/csv,application/xml"
        onChange={({ target }) => setFile(target.files?.[0] ?? null)}
      />
      <Button strong closed={!file || busy} onClick={() => void bringIn()}>
        {words.termsImportDo}
      </Button>
      <Refusal refused={refused} words={words} />
      <output>{report ? saidOf(report, words) : null}</output>
      {report ? (
        <ul>
          {report.entries.filter(worthTelling).map((one) => (
            <Told key={one.at} one={one} words={words} />
          ))}
        </ul>
      ) : null}
    </details>
  )
}

const saidOf = (
  { made, there, differs, refused }: TermsReport,
  words: ReturnType<typeof wordsOf>,
) =>
  fill(words.termsImported, {
    made: String(made),
    there: String(there),
    differ: String(differs),
    refused: String(refused),
  })

const worthTelling = ({ outcome, problems }: TermReport): boolean =>
  outcome === 'differs' || problems.length > 0

function Told({
  one: { at, name, outcome, id, problems },
  words,
}: {
  one: TermReport
  words: ReturnType<typeof wordsOf>
}) {
  const title = name === '' ? at : `${name} (${at})`
  return (
    <li>
      {id ? <a href={`/admin/collections/terms/${id}`}>{title}</a> : title}
      {outcome === 'differs' ? `: ${words['termEntry-differs']}` : null}
      {problems.length > 0 ? `: ${problems.join(' ')}` : null}
    </li>
  )
}
