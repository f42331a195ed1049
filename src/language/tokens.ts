const segmenters = new Map<string, Intl.Segmenter>()

/** Words, spaces and signs, one after the other, as the language separates them. Together they are the text. */
export function tokensOf(text: string, language: string): string[] {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, segmenter)
  }
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
