'use client'

import { useEffect, useState } from 'react'
import type { Match } from '../../desk/memory/lookup.ts'
import { Button } from '../button.tsx'
import { Pieces } from '../comparison.tsx'
import { fetchEarlier } from '../rest.ts'
import { fill } from '../words/words.ts'
import { directionOf, type Words } from './pair.tsx'

/** So many are offered: the best. */
const most = 3

/** The button that inserts the best one, by which the keyboard finds it. */
export const insertOf = (row: string): string => `segment-${row}-insert`

/** How earlier texts rendered such a segment. Offered, and never filled in by itself. `text`: the original, plain. */
export function Earlier({
  row,
  text,
  from,
  to,
  language,
  words,
  onInsert,
}: {
  row: string
  text: string
  from: string
  to: string
  language: string
  words: Words
  onInsert: (text: string) => void
}) {
  const matches = useEarlier({ text, from, to }, language)
  if (matches.length === 0) return null
  return (
    <section className="desk-pair__earlier" aria-label={words.earlier}>
      <h3>{words.earlier}</h3>
      <ol>
        {matches.map((match, place) => (
          <li key={match.target}>
            <p>
              <strong>{fill(words.earlierRate, { rate: String(match.rate) })}</strong>{' '}
              {match.rate === 100 ? null : (
                <span lang={from} dir={directionOf(from)}>
                  <Pieces pieces={match.pieces} words={words} />
                </span>
              )}
            </p>
            <p lang={to} dir={directionOf(to)}>
              {match.target}
            </p>
            <p className="desk-pair__hint">{whereOf(match, words)}</p>
            <Button
              {...(place === 0 ? { id: insertOf(row) } : {})}
              onClick={() => onInsert(match.target)}
            >
              {words.earlierInsert}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whereOf({ uses: [use] }: Match, words: Words): string {
  if (!use) return ''
  if (use.of === 'file') return fill(words.earlierFile, { name: use.name })
  const { headline, approvedBy } = use
  return approvedBy === ''
    ? fill(words.earlierText, { headline })
    : fill(words.earlierApproved, { headline, name: approvedBy })
}

interface Asked {
  text: string
  from: string
  to: string
}

function useEarlier({ text, from, to }: Asked, language: string): readonly Match[] {
  const [matches, setMatches] = useState<readonly Match[]>([])
  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      if (text.trim() === '') return setMatches([])
      const answer = await fetchEarlier({ source: from, target: to, text, most }, language)
      if (current) setMatches(answer.ok ? answer.value.matches : [])
    }
    void ask()
    return () => {
      current = false
    }
  }, [text, from, to, language])
  return matches
}
