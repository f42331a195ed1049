/** Signs that differ in print and not in what they say. */
const same: readonly (readonly [RegExp, string])[] = [
  // Soft hyphens and joiners of words.
  [/[\u00ad\u200b\u2060\ufeff]/gu, ''],
  [/[‐‑‒–—―−]/gu, '-'],
  [/…/gu, '...'],
  [/[‘’‚‛ʼ′`´]/gu, "'"],
  [/[“”„‟«»″]|''/gu, '"'],
  // The space inside of French quotation marks, and before its signs.
  [/(?<=^|\s)"\s+(?=\S)/gu, '"'],
  [/(?<=\S)\s+(?=["»?!;:])/gu, ''],
  [/\s+/gu, ' '],
]

/**
 * A text without what is white space and typography only: kinds of spaces, dashes, quotation marks and apostrophes,
 * soft hyphens, composed or not. Two texts that are equal so say the same in the same words.
 */
export function plainForm(text: string): string {
  return same
    .reduce((form, [signs, sign]) => form.replace(signs, sign), text.normalize('NFC'))
    .trim()
}
