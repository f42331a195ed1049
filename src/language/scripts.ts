const word = /[\p{L}\p{M}]+/gu
const cyrillic = /\p{Script=Cyrillic}/u
const latinOrGreek = /[\p{Script=Latin}\p{Script=Greek}]/u
const sameScript =
  /[\p{Script=Cyrillic}\p{M}]+|[^\p{Script=Cyrillic}\p{M}][^\p{Script=Cyrillic}]*/gu

/** Latin and Greek letters that look like letters of Russian, Ukrainian or Kazakh, and those that they look like. */
const doubles = new Set([
  ...'aceikopxyhəøABCEHIKMOPTXYƏØ',
  ...'αορυχκΑΒΕΗΙΚΜΟΡΤΥΧ',
  ...'асеікорхуһәөАВСЕІКМНОРТХУҺӘӨҮ',
])

const looksLikeAnother = (part: string): boolean =>
  [...part.normalize('NFD').replace(/\p{M}/gu, '')].every((letter) => doubles.has(letter))

/**
 * Words in which Cyrillic and other letters are mixed in a way that can't be seen, such as an English word that begins
 * with a Cyrillic М: what stands in one of the two scripts is only letters that look the same in the other, or the
 * script changes to and fro. A name with a native ending (Equinor-дың, Equinorдың) can be seen to be two scripts, and
 * is right; single Greek letters beside Latin ones (μm, Δx) are notation.
 */
export function findMixedScript(text: string): string[] {
  return (text.match(word) ?? []).filter((run) => {
    if (!cyrillic.test(run) || !latinOrGreek.test(run)) return false
    const parts = run.match(sameScript) ?? []
    return parts.length > 2 || parts.some(looksLikeAnother)
  })
}

/** Named so that a message can show what can't be seen. */
const invisible: ReadonlyMap<string, string> = new Map([
  ['\u200B', 'U+200B zero width space'],
  ['\u2060', 'U+2060 word joiner'],
  ['\uFEFF', 'U+FEFF byte order mark'],
  ['\u00AD', 'U+00AD soft hyphen'],
  ['\u202A', 'U+202A left-to-right embedding'],
  ['\u202B', 'U+202B right-to-left embedding'],
  ['\u202C', 'U+202C pop directional formatting'],
  ['\u202D', 'U+202D left-to-right override'],
  ['\u202E', 'U+202E right-to-left override'],
  ['\u2066', 'U+2066 left-to-right isolate'],
  ['\u2067', 'U+2067 right-to-left isolate'],
  ['\u2068', 'U+2068 first strong isolate'],
  ['\u2069', 'U+2069 pop directional isolate'],
])

/** The invisible and direction-control characters of a text, each named once. Joiners that Arabic needs are none. */
export function findInvisible(text: string): string[] {
  return [...invisible].filter(([character]) => text.includes(character)).map(([, name]) => name)
}
