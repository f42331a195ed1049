import type { Segment } from '../fidelity/pair.ts'
import type { Language } from '../languages.ts'
import { readAddresses } from './addresses.ts'
import { readDates } from './dates.ts'
import { readDecades } from './decades.ts'
import { readNumbers } from './numbers.ts'
import { readingOf } from './reading.ts'
import { readTimes } from './times.ts'
import type { Value } from './value.ts'

/** Everything in a text that has a value, in the order of the text. What is read as one thing isn't read as another. */
export function readValues(text: string, lang: Language): Value[] {
  const reading = readingOf(text, lang)
  readAddresses(reading)
  readDates(reading)
  readTimes(reading)
  readDecades(reading)
  readNumbers(reading)
  return reading.values.sort((a, b) => a.start - b.start)
}

const known = new WeakMap<Segment, { text: string; lang: Language; values: readonly Value[] }>()

/** The values of a segment, read once for all checks. */
export function valuesOf(segment: Segment, lang: Language): readonly Value[] {
  const before = known.get(segment)
  if (before?.text === segment.text && before.lang === lang) return before.values
  const values = readValues(segment.text, lang)
  known.set(segment, { text: segment.text, lang, values })
  return values
}
