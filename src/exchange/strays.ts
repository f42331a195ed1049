// Whole letters beyond U+FFFF aren't surrogates to a regular expression with the flag u.
const stray = /[\p{Cc}\p{Cs}]/gu

/**
 * A text without what none may hold: control characters other than tab and line end are left out, and half a letter
 * becomes U+FFFD. `found` is told each of them, in words.
 */
export function withoutStrays(text: string, found?: (what: string) => void): string {
  return text.replace(stray, (char) => {
    if (/[\t\n\r]/.test(char)) return char
    const code = char.charCodeAt(0)
    const half = code >= 0xd800
    found?.(
      half
        ? 'half a letter (a surrogate without its other half)'
        : `control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    )
    return half ? '\uFFFD' : ''
  })
}

/** The first `most` letters of words that are only to be recognised, on one line. */
export function shown(text: string, most = 80): string {
  const words = withoutStrays(text)
    .replace(/\s*[\t\n\r]\s*/g, ' ')
    .trim()
  // A letter is one or two units of a string.
  const letters = Array.from(words.slice(0, 2 * (most + 1)))
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : words
}
