import type { ReleasePage as View } from '../view/release.ts'
import { wordsFor } from '../words/words.ts'
import { ReleasePage } from './release.tsx'

/** Where somebody outside says what they think of a draft. */
export interface RemarkForm {
  /** Characters that a remark may have. */
  most: number
  /** What became of the last one; `full`: no more are taken. */
  outcome: 'none' | 'sent' | 'empty' | 'long' | 'failed' | 'full'
  /** What was typed and not taken. */
  typed: string
}

/** What a draft's page shows to somebody outside. */
export interface DraftPage {
  page: View
  remarks: RemarkForm
}

// Written out here, since no public page has a form.
const labelStyle = { display: 'block', marginBlock: '1rem .35rem', fontWeight: 600 } as const
const limitsStyle = { marginBlock: '.35rem 1rem', color: 'var(--soft)' } as const
const fieldStyle = {
  display: 'block',
  inlineSize: '100%',
  maxInlineSize: '40rem',
  padding: '.6rem',
  font: 'inherit',
  color: 'var(--ink)',
  background: 'var(--paper)',
  border: '1px solid var(--soft)',
  borderRadius: '.25rem',
} as const
const buttonStyle = {
  minBlockSize: '2.75rem',
  paddingInline: '1.25rem',
  font: '600 1rem/1.5 var(--sans)',
  color: 'var(--paper)',
  background: 'var(--ink)',
  border: 0,
  borderRadius: '.25rem',
} as const
const saidStyle = { borderInlineStart: '.25rem solid var(--ink)', paddingInlineStart: '.75rem' }

/** A draft as somebody outside sees it: the real page, and below it a plain form for remarks. */
export function DraftPage({ view }: { view: DraftPage }) {
  return (
    <ReleasePage
      view={view.page}
      after={<Remarks remarks={view.remarks} language={view.page.frame.language} />}
    />
  )
}

function Remarks({ remarks, language }: { remarks: RemarkForm; language: string }) {
  const words = wordsFor(language)
  const { most, outcome, typed } = remarks
  const limits = words.remarkLimits(new Intl.NumberFormat(language).format(most))
  const said = {
    none: '',
    sent: words.remarkSent,
    empty: words.remarkEmpty,
    long: limits,
    failed: words.remarkFailed,
    full: words.remarksFull,
  }[outcome]
  const wrong = outcome === 'empty' || outcome === 'long'
  return (
    <section id="remarks" className="after" aria-labelledby="remarks-title">
      <h2 id="remarks-title" className="label">
        {words.remarks}
      </h2>
      <p>{words.remarksText}</p>
      {said ? (
        <p id="remarks-said" role={outcome === 'sent' ? 'status' : 'alert'} style={saidStyle}>
          {said}
        </p>
      ) : null}
      {outcome === 'full' ? null : (
        // Without an address of its own it goes to the page's, whose secret stands nowhere in the page.
        <form method="post" acceptCharset="utf-8">
          <label htmlFor="remark" style={labelStyle}>
            {words.remark}
          </label>
          <textarea
            id="remark"
            name="words"
            rows={6}
            required
            maxLength={most}
            defaultValue={typed}
            dir="auto"
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? 'remark-limits remarks-said' : 'remark-limits'}
            style={fieldStyle}
          />
          <p id="remark-limits" style={limitsStyle}>
            <small>{limits}</small>
          </p>
          <button type="submit" style={buttonStyle}>
            {words.sendRemark}
          </button>
        </form>
      )}
    </section>
  )
}
