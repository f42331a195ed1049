const word = /[\p{L}\p{M}]+/gu

/** Letters that look alike in two scripts are what makes a mixed word dangerous. */
const latin = /\p{Script=Latin}/u
const cyrillic = /\p{Script=Cyrillic}/u
const greek = /\p{Script=Greek}/u

/**
 * Words in which letters of two scripts stand within one run of letters, such as an English word that begins with a
 * Cyrillic М. A foreign root with a native ending (Equinor-дың, NATO-ның) is joined by a hyphen or apostrophe
 * and is two runs; single Greek letters beside Latin ones (µm, Δx) are notation.
 */
export function findMixedScript(text: string): string[] {
  return (text.match(word) ?? []).filter((run) => {
    if (!cyrillic.test(run)) return false
    return latin.test(run) || greek.test(run)
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
