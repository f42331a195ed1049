'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { SavedSearch } from '../desk/search/saved.ts'
import { Button } from './button.tsx'
import { Refusal } from './refusal.tsx'
import { type Answer, type Failure, forgetSearch, saveSearch } from './rest.ts'
import { fill, wordsOf } from './words/words.ts'

/** Searches that somebody keeps for themselves. `query`: the one that is shown; null: none. */
export function SavedSearches({
  saved,
  query,
}: {
  saved: readonly SavedSearch[]
  query: string | null
}) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const [searches, setSearches] = useState(saved)
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)

  async function settle(asked: Promise<Answer<{ searches: SavedSearch[] }>>): Promise<void> {
    setBusy(true)
    const answer = await asked
    setBusy(false)
    setRefused(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    setSearches(answer.value.searches)
    setName('')
  }

  if (searches.length === 0 && query === null) return null
  return (
    <section aria-labelledby="search-kept" className="desk-search__kept">
      <h2 id="search-kept">{words.searchKept}</h2>
      <Refusal refused={refused} words={words} />
      <ul>
        {searches.map((one) => (
          <li key={one.id}>
            <a href={`/admin/search?${one.query}`}>{one.name}</a>{' '}
            <button
              type="button"
              className="desk-search__forget"
              disabled={busy}
              aria-label={fill(words.searchForget, { name: one.name })}
              onClick={() => void settle(forgetSearch(one.id, language))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {query === null ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '' && !busy) void settle(saveSearch({ name, query }, language))
          }}
        >
          <label htmlFor="search-name">{words.searchName}</label>
          <input
            id="search-name"
            maxLength={100}
            value={name}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
          <Button type="submit" closed={name.trim() === '' || busy}>
            {words.searchKeep}
          </Button>
        </form>
      )}
    </section>
  )
}
