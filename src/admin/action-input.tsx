'use client'

import type { Zones } from '../desk/mission-facts.ts'
import type { BarInput } from '../desk/bar-actions.ts'
import { cityOf, momentIn } from '../desk/names.ts'
import { fill, type wordsOf } from './words/words.ts'
import { chosenMoment, momentsOf, withChoice, withoutChoice } from '../workflow/zoned-time.ts'

interface Props {
  id: string
  input: BarInput
  value: string
  /** What is wrong with it, in words. */
  error: string | null
  zones: Zones
  words: ReturnType<typeof wordsOf>
  language: string
  onChange: (value: string) => void
}

/** One input of an action's dialog with its label, its help and what is wrong with it. */
export function ActionInput(props: Props) {
  const { id, input, value, error, zones, words, language, onChange } = props
  const help = input.kind === 'moment' ? helpOfMoment(value, zones, words, language) : input.help
  const described = [...(help ? [`${id}-help`] : []), ...(error ? [`${id}-error`] : [])].join(' ')
  const common = {
    required: true,
    'aria-invalid': error !== null,
    'aria-describedby': described === '' ? undefined : described,
  }
  const label = (
    <>
      {input.label} <span>({words.required})</span>
    </>
  )
  const notes = (
    <>
      {help ? (
        <p id={`${id}-help`} className="desk-input__help" aria-live="polite">
          {help}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="desk-input__error">
          {error}
        </p>
      ) : null}
    </>
  )
  if (input.kind === 'choice')
    return (
      <fieldset
        className="desk-input"
        role="radiogroup"
        aria-required
        aria-invalid={common['aria-invalid']}
        aria-describedby={common['aria-describedby']}
      >
        <legend>{label}</legend>
        {input.options.map((option) => (
          <label key={option.value} className="desk-input__choice">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
        {notes}
      </fieldset>
    )
  return (
    <div className="desk-input">
      <label htmlFor={id}>{label}</label>
      {input.kind === 'moment' || input.kind === 'day' ? (
        <input
          {...common}
          id={id}
          type={input.kind === 'day' ? 'date' : 'datetime-local'}
          value={withoutChoice(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <textarea
          {...common}
          id={id}
          rows={4}
          maxLength={5000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {notes}
      {input.kind === 'moment' ? (
        <WhichOfTwo id={id} value={value} zone={zones.post} words={words} onChange={onChange} />
      ) : null}
    </div>
  )
}

/** Asks back for an hour that comes twice, when the clocks go back. */
function WhichOfTwo({
  id,
  value,
  zone,
  words,
  onChange,
}: Pick<Props, 'id' | 'value' | 'words' | 'onChange'> & { zone: string }) {
  const wall = withoutChoice(value)
  const moments = wall === '' ? [] : momentsOf(wall, zone)
  if (moments.length < 2) return null
  return (
    <fieldset className="desk-input__choices">
      <legend>{words.timeTwice}</legend>
      {([1, 2] as const).map((which) => (
        <label key={which} className="desk-input__choice">
          <input
            type="radio"
            name={`${id}-which`}
            checked={value === withChoice(wall, which)}
            onChange={() => onChange(withChoice(wall, which))}
          />
          {fill(which === 1 ? words.timeFirst : words.timeSecond, {
            utc: moments[which - 1]?.slice(11, 16) ?? '',
          })}
        </label>
      ))}
    </fieldset>
  )
}

/** Whose time it is, and what time that is in the capital. */
function helpOfMoment(
  value: string,
  { post, capital }: Zones,
  words: Props['words'],
  language: string,
): string {
  const own = fill(words.timeOfPost, { zone: cityOf(post) })
  const moment = value === '' ? null : chosenMoment(value, post)
  if (moment === null || moment === 'twice' || post === capital) return own
  const there = { time: momentIn(moment, language, capital), zone: cityOf(capital) }
  return `${own} ${fill(words.capitalTime, there)}`
}
