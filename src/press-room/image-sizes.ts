/** The widths, in pixels, at which every published image is offered when its original is wider. */
const fixedWidths = [480, 960, 1600] as const

/** Wider than this, nothing is offered but the full size for download. Pixels. */
const widest = 2400

/** The formats of each width, best first; file name extensions. */
export const formats = ['avif', 'webp', 'jpg'] as const
export type Format = (typeof formats)[number]

export const mimeOf = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
} as const satisfies Record<Format, string>

/** The full size, for download. */
export const fullSize = 'full.jpg'

/** Longest side of the full size, in pixels: more than any page prints. */
export const longestFull = 6000

/** Pixels of the full size of an image: its own, or fitted within the longest side. */
export function fullPixels({ width, height }: { width: number; height: number }): {
  width: number
  height: number
} {
  const scale = Math.min(1, longestFull / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/**
 * The widths that an image of this width is published in, ascending: the fixed ones below its own,
 * then its own, 2,400 at the most. Nothing is ever enlarged.
 */
export function widthsFor(originalWidth: number): number[] {
  const own = Math.min(originalWidth, widest)
  return [...fixedWidths.filter((width) => width < own), own]
}
