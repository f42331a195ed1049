'use client'

import type { SegmentRow } from '../../desk/segments.ts'
import { Button } from '../button.tsx'
import { fill } from '../words/words.ts'
import { faultIn } from './drafts.ts'
import { Earlier } from './earlier.tsx'
import {
  directionOf,
  Findings,
  OriginalWords,
  SegmentName,
  TranslatedWords,
  type Words,
} from './pair.tsx'
import { Proposed } from './proposed.tsx'

/** The field of one part of a translation, by which the keyboard finds it. */
export const fieldOf = (row: string, part = 0): string => `segment-${row}-${part}`

export interface SegmentProps {
  row: SegmentRow
  /** What stands in its fields. */
  texts: readonly string[]
  from: string
  to: string
  /** Nothing can be answered. */
  closed: boolean
  active: boolean
  /** Why the desk didn’t take it. */
  refused: string | undefined
  /** Others changed it while this person typed. */
  clash: boolean
  words: Words
  /** In which whoever translates reads the desk. */
  language: string
  onType: (part: number, text: string) => void
  onConfirm: () => void
  onCopy: () => void
  onClear: () => void
  onDrop: () => void
  onDecide: (side: 'mine' | 'theirs') => void
  onTake: () => void
  onLeave: () => void
}

/** One segment: the original, and what renders it, to be typed and confirmed. */
export function Segment(props: SegmentProps) {
  const { row, from, to, closed, active, words, clash } = props
  const isHere = row.elsewhere === null
  return (
    <li
      className={`desk-pair${row.open ? ' desk-pair--open' : ''}${active ? ' desk-pair--active' : ''}`}
      aria-current={active || undefined}
      data-state={row.state}
      data-row={row.row}
    >
      <SegmentName row={row} words={words} />
      <div className="desk-pair__sides">
        <OriginalWords row={row} language={from} words={words} tagged={isHere} />
        <div>
          {isHere && !closed ? (
            <Fields {...props} />
          ) : (
            <TranslatedWords texts={row.plain} language={to} words={words} />
          )}
          {isHere ? null : <Elsewhere row={row} words={words} />}
          {clash ? <Clash {...props} /> : null}
          <Findings found={row.found} words={words} />
          <Proposed
            row={row}
            to={to}
            closed={closed}
            words={words}
            onTake={props.onTake}
            onLeave={props.onLeave}
          />
          {closed || !(active || !isHere) ? null : <Answers {...props} />}
          {active && isHere && !closed && props.texts.length === 1 ? (
            <Earlier
              row={row.row}
              text={withoutTags(row.text)}
              from={from}
              to={to}
              language={props.language}
              words={words}
              onInsert={(text) => props.onType(0, text)}
            />
          ) : null}
        </div>
      </div>
    </li>
  )
}

/** The memory knows no formats. */
const withoutTags = (text: string): string => text.replaceAll(/<\/?\d+>/g, '')

/** What its tags stand for, in words. */
function tagsOf({ tags }: SegmentRow, words: Words): string {
  const list = tags.map(
    ({ number, means, address }) =>
      `<${number}>…</${number}> ${words[`tag-means-${means}`]}${address === '' ? '' : ` ${address}`}`,
  )
  return fill(words.translateTags, { tags: list.join(', ') })
}

function Fields({ row, texts, to, active, refused, words, onType }: SegmentProps) {
  const fault = faultIn(row, texts)
  const wrong = fault ? fill(words[`tag-${fault.fault}`], { tag: fault.tag }) : (refused ?? null)
  const help = `${fieldOf(row.row)}-help`
  const error = `${fieldOf(row.row)}-error`
  return (
    <>
      {texts.map((text, part) => (
        <textarea
          key={part}
          id={fieldOf(row.row, part)}
          lang={to}
          dir={directionOf(to)}
          rows={Math.max(1, Math.ceil(text.length / 60))}
          className="desk-pair__field"
          aria-label={
            texts.length === 1
              ? `${words.translateTranslation}: ${words[`segment-${row.kind}`]}`
              : `${words.translateTranslation}: ${words[`segment-${row.kind}`]}, ${fill(words.translatePart, { number: String(part + 1) })}`
          }
          aria-invalid={wrong !== null || undefined}
          aria-describedby={[
            ...(wrong ? [error] : []),
            ...(row.tags.length > 0 ? [help] : []),
          ].join(' ')}
          value={text}
          onChange={({ target }) => onType(part, target.value)}
        />
      ))}
      {wrong ? (
        <p id={error} role="alert" className="desk-input__error">
          {wrong}
        </p>
      ) : null}
      {row.tags.length > 0 ? (
        <p id={help} className={active ? 'desk-pair__hint' : 'desk-hidden'}>
          {tagsOf(row, words)}
        </p>
      ) : null}
    </>
  )
}

function Elsewhere({ row, words }: { row: SegmentRow; words: Words }) {
  if (!row.elsewhere) return null
  const { collection, id } = row.elsewhere
  return (
    <p className="desk-pair__hint">
      {words.translateElsewhere}{' '}
      <a href={`/admin/collections/${collection}/${id}`}>{words.translateElsewhereLink}</a>
    </p>
  )
}

function Clash({ row, to, words, onDecide }: SegmentProps) {
  return (
    <div className="desk-notice desk-notice--returned" role="alert">
      <p>{words.translateConflict}</p>
      <p lang={to} dir={directionOf(to)}>
        {row.targets.join('\n')}
      </p>
      <div className="desk-dialog__buttons">
        <Button onClick={() => onDecide('theirs')}>{words.translateTheirs}</Button>
        <Button onClick={() => onDecide('mine')}>{words.translateMine}</Button>
      </div>
    </div>
  )
}

/** What can be said of it. */
function Answers({ row, texts, words, onConfirm, onCopy, onClear, onDrop }: SegmentProps) {
  const { state, open, elsewhere } = row
  const isBlank = texts.every((text) => text.trim() === '')
  const isAsStored = row.targets.length > 0 && row.targets.every((text, at) => text === texts[at])
  const label =
    state === 'gone'
      ? words.translateKeep
      : state === 'changed' && isAsStored
        ? words.translateStillRight
        : isBlank && elsewhere === null
          ? words.translateLeaveOut
          : words.translateConfirm
  const canConfirm = state !== 'added' && (open || !isAsStored)
  const isHere = elsewhere === null
  return (
    <div className="desk-pair__answers">
      {canConfirm ? (
        <Button strong={isHere && !isBlank} id={`${fieldOf(row.row)}-confirm`} onClick={onConfirm}>
          {label}
        </Button>
      ) : null}
      {isHere && row.text !== '' ? <Button onClick={onCopy}>{words.translateCopy}</Button> : null}
      {isHere && state === 'changed' && !isBlank ? (
        <Button onClick={onClear}>{words.translateAnew}</Button>
      ) : null}
      {isHere && (state === 'gone' || state === 'added') ? (
        <Button onClick={onDrop}>{words.translateDrop}</Button>
      ) : null}
    </div>
  )
}
