'use client'

import { useEffect, useState } from 'react'
import type { Side } from '../../language/merge.ts'
import type { TextType } from '../../workflow/states.ts'
import { Button } from '../button.tsx'
import { Pieces } from '../comparison.tsx'
import { Dialog } from '../dialog.tsx'
import type { WordKey } from '../words/en.ts'
import { fill, type wordsOf } from '../words/words.ts'
import { contentOf, type Values } from './form-text.ts'
import { type Choice, type Merge, merged, mergeOf } from './merge.ts'
import { surroundingsOf } from './surroundings.ts'

type Words = ReturnType<typeof wordsOf>

/** What the dialog says of the two sides. */
export interface SideWords {
  title: string
  explains: string
  legend: string
  mine: string
  theirs: string
  /** Of the button that takes the choices. */
  take: string
  /** Of the button that leaves things as they are. */
  leave: string
}

/** Two forms of a text, to be chosen from passage by passage. Nothing is saved and nothing dropped before that. */
export function MergeDialog({
  type,
  id,
  values,
  say,
  meanwhile,
  closed,
  words,
  language,
  children,
  onSame,
  onTake,
  onClose,
}: {
  type: TextType
  /** Null for a text that was never saved. */
  id: string | null
  values: { base: Values | null; mine: Values; theirs: Values }
  say: SideWords
  /** What others have done, as sentences. */
  meanwhile: readonly string[]
  /** Why nothing can be taken over now; null when it can. */
  closed: string | null
  words: Words
  language: string
  /** What else can be done. */
  children?: React.ReactNode
  /** The two say the same. */
  onSame: () => void
  onTake: (values: Values) => void
  onClose: () => void
}) {
  const [merge, setMerge] = useState<Merge | 'none' | null>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map())
  const [asked, setAsked] = useState(false)

  // Once: what is to be decided doesn't change while somebody decides.
  const [first] = useState(values)
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const [own, other] = await Promise.all([
        surroundingsOf(type, id, first.mine, language),
        surroundingsOf(type, id, first.theirs, language),
      ])
      if (!current) return
      if (!own.ok || !other.ok) return setMerge('none')
      const made = mergeOf(type, first, {
        mine: contentOf(type, first.mine, own.value),
        theirs: contentOf(type, first.theirs, other.value),
      })
      setChosen(
        new Map(
          made.choices.flatMap(({ key, suggested }) => (suggested ? [[key, suggested]] : [])),
        ),
      )
      setMerge(made)
    }
    void load()
    return () => {
      current = false
    }
  }, [type, id, first, language])

  const same = merge !== null && merge !== 'none' && merge.choices.length === 0
  useEffect(() => {
    if (same) onSame()
  }, [same, onSame])

  const left =
    merge === null || merge === 'none' ? [] : merge.choices.filter(({ key }) => !chosen.has(key))
  function take(): void {
    if (merge === null || merge === 'none' || closed !== null) return
    if (left.length > 0) return setAsked(true)
    onTake(merged(merge, chosen))
  }
  return (
    <Dialog title={say.title} explains={say.explains} className="desk-merge" onClose={onClose}>
      {meanwhile.length > 0 ? (
        <div className="desk-dialog__reason">
          <p className="desk-dialog__head">{words.changedMeanwhile}</p>
          <ul>
            {meanwhile.map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {closed ? <p className="desk-dialog__reason">{closed}</p> : null}
      {merge === null ? <output>{words.working}</output> : null}
      {merge === 'none' ? <p role="alert">{words.noAnswer}</p> : null}
      {merge !== null && merge !== 'none' ? (
        <>
          <p className="desk-diff__legend">{say.legend}</p>
          {merge.choices.map((choice) => (
            <Passage
              key={choice.key}
              choice={choice}
              side={chosen.get(choice.key) ?? null}
              wanting={asked && !chosen.has(choice.key)}
              say={say}
              words={words}
              onChoose={(side) => setChosen((before) => new Map(before).set(choice.key, side))}
            />
          ))}
        </>
      ) : null}
      <output className="desk-dialog__working">
        {asked && left.length > 0 ? fill(words.mergeLeft, { count: String(left.length) }) : ''}
      </output>
      <div className="desk-dialog__buttons">
        <Button
          strong
          closed={merge === null || merge === 'none' || closed !== null || left.length > 0}
          onClick={take}
        >
          {say.take}
        </Button>
        <Button data-first onClick={onClose}>
          {say.leave}
        </Button>
      </div>
      {children}
    </Dialog>
  )
}

function Passage({
  choice,
  side,
  wanting,
  say,
  words,
  onChoose,
}: {
  choice: Choice
  side: Side | null
  /** It has to be decided before anything can be taken over. */
  wanting: boolean
  say: SideWords
  words: Words
  onChoose: (side: Side) => void
}) {
  const { key, field, number, pieces, missing, suggested } = choice
  const labelOf = (one: Side): string =>
    missing === one ? fill(words.mergeWithout, { side: say[one] }) : say[one]
  const name = words[field as WordKey]
  return (
    <fieldset
      className={wanting ? 'desk-merge__passage desk-merge__passage--open' : 'desk-merge__passage'}
      aria-invalid={wanting || undefined}
    >
      <legend>
        {number === null ? name : `${name}, ${fill(words.paragraph, { number: String(number) })}`}
      </legend>
      {pieces.length > 0 ? (
        <p dir="auto">
          <Pieces pieces={pieces} words={words} />
        </p>
      ) : null}
      {suggested === null ? <p className="desk-diff__legend">{words.mergeBoth}</p> : null}
      {(['mine', 'theirs'] as const).map((one) => (
        <label key={one} className="desk-input__choice">
          <input
            type="radio"
            name={`desk-merge-${key}`}
            value={one}
            checked={side === one}
            onChange={() => onChoose(one)}
          />
          {labelOf(one)}
        </label>
      ))}
    </fieldset>
  )
}
