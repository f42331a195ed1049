'use client'

import { useDocumentDrawerContext, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState, useTransition } from 'react'
import type { Bar as BarModel } from '../desk/bar.ts'
import type { BarAction } from '../desk/bar-actions.ts'
import { Button } from './button.tsx'
import { ChosenAction } from './chosen-action.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { reviewPath } from './go-to.ts'
import { MoreActions } from './more-actions.tsx'
import { type Making, StartDialog } from './start-dialog.tsx'
import { StaleMark, StateBadge } from './state-badge.tsx'
import { useBar } from './use-bar.ts'
import { useFocusAfter } from './use-focus-after.ts'
import { useKeptChanges } from './use-kept-changes.ts'
import { fill, wordsOf } from './words/words.ts'
import { isText } from '../workflow/states.ts'
import { TextConflict } from './writing/text-conflict.tsx'
import './desk.css'

/** The workflow bar: what is so, and what can be done. It shows the model and decides nothing. */
export function Bar({ first }: { first: BarModel }) {
  const { i18n } = useTranslation()
  const { language } = i18n
  const words = wordsOf(language)
  const router = useRouter()
  const { setModified, setSubmitted } = useForm()
  const unsaved = useFormModified()
  const inDrawer = Boolean(useDocumentDrawerContext().drawerSlug)
  const bar = useBar(first, language)
  const { conflict, settle } = useKeptChanges(bar, language)
  const [chosenAction, setChosen] = useState<BarAction['action'] | null>(null)
  const [making, setMaking] = useState<Making | null>(null)
  const [done, setDone] = useState({ sentence: '', revision: -1 })
  const [refreshing, startRefresh] = useTransition()
  const place = useRef<HTMLElement>(null)

  /** Has the page drawn anew, the form included. What lies over the form goes when the new form is there. */
  function reload(): void {
    setSubmitted(false)
    setModified(false)
    startRefresh(() => {
      router.refresh()
      setChosen(null)
      settle()
    })
  }

  useFocusAfter(refreshing, place)

  const { next } = bar
  // Looked up, so that a dialog says what is so now and not when it was opened.
  const chosen =
    [...(next ? [next] : []), ...bar.beside, ...bar.others].find(
      ({ action }) => action === chosenAction,
    ) ?? null
  // Every act raises the revision by one; after the next one it is no news any more.
  const outcome = !unsaved && bar.revision === done.revision + 1 ? done.sentence : ''
  return (
    <>
      <section
        ref={place}
        tabIndex={-1}
        className={bar.readOnly ? 'desk-bar desk-bar--read-only' : 'desk-bar'}
        aria-label={words.workflow}
      >
        <div className="desk-bar__facts">
          <StateBadge state={bar.state} language={language} />
          {bar.stale ? <StaleMark language={language} /> : null}
          {bar.holder ? (
            <span>
              <span className="desk-hidden">{words.holder}: </span>
              {bar.holder}
            </span>
          ) : null}
          {bar.edition === '' ? null : (
            <span>
              {bar.publicPage ? (
                <a href={bar.publicPage} title={words.publicPage}>
                  {bar.edition}
                </a>
              ) : (
                bar.edition
              )}
            </span>
          )}
          {unsaved ? <em className="desk-bar__unsaved">{words.unsaved}</em> : null}
        </div>
        {inDrawer ? (
          <p className="desk-bar__hint">{words.openAlone}</p>
        ) : (
          <div className="desk-bar__actions">
            {bar.preview ? (
              <a className="desk-bar__preview" href={bar.preview} target="_blank" rel="noreferrer">
                {words.preview}
                <span className="desk-hidden"> ({words.newTab})</span>
              </a>
            ) : null}
            <MoreActions
              bar={bar}
              unsaved={unsaved}
              words={words}
              onChoose={({ action }) => setChosen(action)}
              onMake={setMaking}
            />
            {bar.beside.map((action) => (
              <Button
                key={action.action}
                className="desk-bar__beside"
                closed={unsaved}
                onClick={() => setChosen(action.action)}
              >
                {action.label}
              </Button>
            ))}
            {next ? (
              <Button
                strong
                closed={unsaved || next.why.length > 0}
                onClick={() => setChosen(next.action)}
              >
                {next.label}
                {next.why.length > 0 ? (
                  <span className="desk-hidden">
                    {' '}
                    ({words.closed}: {next.why.map(({ message }) => message).join(' ')})
                  </span>
                ) : null}
              </Button>
            ) : null}
          </div>
        )}
      </section>
      <div className="desk-now">
        <p className="desk-now__state">{explained(bar, words)}</p>
        {bar.family.length > 0 ? (
          <nav aria-label={words.otherLanguages} className="desk-family">
            <span aria-hidden="true">{words.otherLanguages}:</span>
            <ul>
              {bar.family.map(({ name, state, stale, href }) => (
                <li key={href}>
                  <a href={href}>{name}</a> <StateBadge state={state} language={language} />
                  {stale ? <StaleMark language={language} /> : null}
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {bar.scheduled ? <p>{bar.scheduled}</p> : null}
        {bar.restricted ? (
          <p>
            <a href={bar.restricted.href}>{bar.restricted.words}</a>
          </p>
        ) : null}
        {bar.aging.map(({ sentence, alarm }) => (
          <p key={sentence}>
            {alarm ? <strong className="desk-now__must">{sentence}</strong> : sentence}
          </p>
        ))}
        {bar.stale ? <p>{bar.stale}</p> : null}
        {bar.notes && bar.notes.open > 0 ? (
          <p>
            <a href={reviewPath(bar)}>{fill(words.openNotes, { count: String(bar.notes.open) })}</a>
            {bar.notes.mustFix > 0 ? (
              <strong className="desk-now__must">
                {fill(words.openMustFix, {
                  count: String(bar.notes.mustFix),
                })}
              </strong>
            ) : null}
          </p>
        ) : null}
        <output>{outcome}</output>
      </div>
      {chosen ? (
        <ChosenAction
          bar={bar}
          action={chosen}
          unsaved={unsaved}
          words={words}
          language={language}
          refreshing={refreshing}
          onDone={(outcome) => {
            setDone(outcome)
            reload()
          }}
          onReload={reload}
          onClose={() => setChosen(null)}
        />
      ) : null}
      {making ? (
        <StartDialog
          making={making}
          bar={bar}
          words={words}
          language={language}
          onClose={() => setMaking(null)}
        />
      ) : null}
      {conflict && isText(conflict.type) ? (
        <TextConflict
          type={conflict.type}
          newest={conflict}
          words={words}
          language={language}
          onReload={inDrawer ? null : reload}
          onSettled={settle}
        />
      ) : null}
      {conflict && !isText(conflict.type) ? (
        <ConflictDialog
          newest={conflict}
          words={words}
          refreshing={refreshing}
          onReload={inDrawer ? null : reload}
          onClose={settle}
        />
      ) : null}
    </>
  )
}

/** A term is no part of the press room, so what its last states mean is another thing. */
function explained({ type, state }: BarModel, words: ReturnType<typeof wordsOf>): string {
  const own = type === 'term' && (state === 'published' || state === 'archived')
  return own ? words[`explainsTerm-${state}`] : words[`explains-${state}`]
}
