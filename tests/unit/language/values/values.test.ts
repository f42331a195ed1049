import { describe, expect, it } from 'vitest'
import { languageTags } from '@/language/languages.ts'
import { examples } from './examples/all.ts'
import { show } from './show.ts'

describe.each(languageTags)('values in %s', (lang) => {
  const { idioms, ...groups } = examples[lang]

  describe.each(Object.entries(groups).filter(([, rows]) => Object.keys(rows).length > 0))(
    '%s',
    (_group, rows) => {
      it.each(Object.entries(rows))('%s', (text, expected) => {
        expect(show(text, lang)).toBe(expected)
      })
    },
  )

  it.each(idioms)('%s: nothing', (text) => {
    expect(show(text, lang)).toBe('')
  })
})
