'use client'

import type { BarAction } from '../desk/bar-actions.ts'
import { listIn } from '../desk/names.ts'
import { fill, type wordsOf } from './words/words.ts'

/** Which languages an act falls on: said in a sentence, and to be chosen where there is a choice. */
export function Languages({
  action,
  chosen,
  words,
  language,
  onChange,
}: {
  action: BarAction
  chosen: readonly string[]
  words: ReturnType<typeof wordsOf>
  language: string
  onChange: (tags: string[]) => void
}) {
  const { languages, fallsOn } = action
  if (languages.length === 0) return null
  const names = languages.filter(({ tag }) => chosen.includes(tag)).map(({ name }) => name)
  return (
    <>
      {languages.length > 1 ? (
        <fieldset className="desk-input">
          <legend>{words.languagesGone}</legend>
          <p className="desk-input__help">{words.languagesGoneHelp}</p>
          {languages.map(({ tag, name }) => (
            <label key={tag} className="desk-input__choice">
              <input
                type="checkbox"
                checked={chosen.includes(tag)}
                onChange={({ target }) =>
                  onChange(
                    languages
                      .map((one) => one.tag)
                      .filter((one) => (one === tag ? target.checked : chosen.includes(one))),
                  )
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
      ) : null}
      <p className="desk-dialog__effect" aria-live="polite">
        {names.length > 0 ? fill(fallsOn, { languages: listIn(names, language) }) : ''}
      </p>
    </>
  )
}
