'use client'

import { Button } from '../button.tsx'
import { fill } from '../words/words.ts'
import { type Key, keys, shownKeys } from './keys.ts'
import { directionOf, type Words } from './pair.tsx'
import { XliffTools } from './xliff-tools.tsx'
import type { SegmentDesk } from './use-segments.ts'

const keyWords = {
  next: 'translateKeyNext',
  before: 'translateKeyBefore',
  confirm: 'translateKeyConfirm',
  copy: 'translateKeyCopy',
  insert: 'translateKeyInsert',
  check: 'translateKeyCheck',
  save: 'translateKeySave',
} as const satisfies Record<Key, keyof Words>

/** How far it is, whether it is saved, and what there is to know. */
export function TranslateHead({
  id,
  desk,
  back,
  keeps,
  language,
  words,
}: {
  id: string
  desk: SegmentDesk
  /** How many segments an earlier window had typed into. */
  back: number
  /** Whether this browser keeps what is typed. */
  keeps: boolean
  language: string
  words: Words
}) {
  const { model, saving, messages, meanwhile, lost, forgetLost } = desk
  const { source, target, rows, open, closed } = model
  const progress = fill(words.translateProgress, {
    confirmed: String(model.confirmed),
    words: String(model.words),
    left: String(open),
    all: String(rows.length),
  })
  const isAnswered = target.stale && open === 0 && closed === null
  return (
    <>
      <div className="desk-translate__sum">
        <p>
          <progress max={Math.max(1, model.words)} value={model.confirmed} aria-label={progress} />{' '}
          {progress}
        </p>
        <p className="desk-translate__saving">
          <output>{sayingOf(saving, keeps, words)}</output>
        </p>
        <p>
          <a href={`/admin/collections/translations/${id}`}>{words.translateForm}</a>
        </p>
      </div>
      <section aria-label={words.translate} className="desk-translate__head">
        <p className="desk-pair__hint">
          {open === 0 && !target.stale ? `${words.translateNothing} ` : null}
          {target.stale ? `${words.translateStale} ${words.translateLegend} ` : null}
          {source.live ? words.translateLive : words.translateDesk}
        </p>
        {source.kept ? null : <p className="desk-notice">{words.translateUnkept}</p>}
        {closed ? <p className="desk-notice">{closed}</p> : null}
        {isAnswered ? (
          <Button strong onClick={desk.renew}>
            {words.translateRenew}
          </Button>
        ) : null}
        {closed === null ? (
          <p className="desk-translate__keys">
            <span className="desk-hidden">{words.translateKeys}: </span>
            {keys.map((key) => (
              <span key={key}>
                <kbd>{shownKeys[key]}</kbd> {words[keyWords[key]]}
              </span>
            ))}
          </p>
        ) : null}
        <XliffTools id={id} desk={desk} language={language} words={words} />
        <output className="desk-translate__told">
          {saving === 'offline' ? <p className="desk-notice">{words.translateOffline}</p> : null}
          {meanwhile ? <p className="desk-notice">{words.translateMeanwhile}</p> : null}
          {back > 0 ? (
            <p className="desk-notice">{fill(words.translateBack, { count: String(back) })}</p>
          ) : null}
          {messages.map((message) => (
            <p key={message} className="desk-notice desk-notice--returned">
              {message}
            </p>
          ))}
        </output>
        {lost.length > 0 ? (
          <div className="desk-notice desk-notice--returned">
            <p>{words.translateBackLost}</p>
            {lost.map((text, index) => (
              <blockquote key={index} lang={target.language} dir={directionOf(target.language)}>
                {text}
              </blockquote>
            ))}
            <Button onClick={forgetLost}>{words.translateBackDrop}</Button>
          </div>
        ) : null}
      </section>
    </>
  )
}

function sayingOf(saving: SegmentDesk['saving'], keeps: boolean, words: Words): string {
  if (saving === 'saved') return words.translateSaved
  if (saving === 'saving') return words.translateSaving
  return keeps ? words.translateTyped : words.translateTypedHere
}
