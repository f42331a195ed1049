/** IANA time zone, as `Intl` knows it. */
export function timeZone(value: unknown): true | string {
  try {
    // Throws when there is no such zone.
    Intl.DateTimeFormat('en', { timeZone: String(value) }).format(0)
    return true
  } catch {
    return 'Name a time zone such as Europe/Oslo.'
  }
}

/** Relative luminance of an sRGB colour `#rrggbb` (WCAG 2.2, "relative luminance"). */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The mission's colour carries white words in the frame, so it needs 4.5:1 against white (WCAG 2.2, 1.4.3). */
export function readableColour(value: unknown): true | string {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value))
    return 'Give the colour as # and six digits, such as #1f4e79.'
  const contrast = 1.05 / (luminance(value) + 0.05)
  return contrast >= 4.5
    ? true
    : `This colour has a contrast of ${contrast.toFixed(1)}:1 against white. Choose a darker one, 4.5:1 at least.`
}
