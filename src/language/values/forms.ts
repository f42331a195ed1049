import type { Forms } from './tables/table.ts'
import { fold } from './tokens.ts'

/** Finds what a word stands for by its form or its stem. */
export interface Lookup<T> {
  get: (key: string) => T | undefined
}

/** The shortest stem that is looked for. */
const shortest = 2

/** What is said first stays, so that rows in order of likelihood decide for words in two of them. */
export function lookup<T>(rows: Iterable<readonly [T, Forms]>): Lookup<T> {
  const exact = new Map<string, T>()
  const stems = new Map<string, T>()
  for (const [value, forms] of rows)
    for (const form of forms.split(' ').filter(Boolean).map(fold)) {
      const into = form.endsWith('*') ? stems : exact
      const key = form.endsWith('*') ? form.slice(0, -1) : form
      if (!into.has(key)) into.set(key, value)
    }
  return {
    get(key) {
      const found = exact.get(key)
      if (found !== undefined || stems.size === 0) return found
      for (let length = key.length; length >= shortest; length--) {
        const byStem = stems.get(key.slice(0, length))
        if (byStem !== undefined) return byStem
      }
      return undefined
    },
  }
}

/** Rows of a table whose keys are numbers. */
export function numbered(table: Readonly<Record<number, Forms>>): [number, Forms][] {
  return Object.entries(table).map(([value, forms]) => [Number(value), forms])
}
