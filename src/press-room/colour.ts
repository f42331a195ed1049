/** Colours are `#rrggbb`. Ratios after WCAG 2.2, "contrast ratio". */

export const defaultColour = '#1f4e79'

type Channels = readonly [number, number, number]

function channels(colour: string): Channels {
  const at = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16)
  return [at(1), at(3), at(5)]
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as unknown as Channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21, whichever of the two is lighter. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function mix(colour: string, towards: string, share: number): string {
  const target = channels(towards)
  const mixed = channels(colour).map((channel, index) =>
    Math.round(channel + ((target[index] ?? 0) - channel) * share),
  )
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/**
 * The colour itself, or the nearest one on its way to black (on a light background) or white (on a dark one)
 * that stands out by this ratio. What is no colour becomes the default one first.
 */
export function readableOn(background: string, colour: string, ratio = 4.5): string {
  const wanted = /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : defaultColour
  const towards = luminance(background) > 0.18 ? '#000000' : '#ffffff'
  for (let step = 0; step <= 100; step++) {
    const candidate = mix(wanted, towards, step / 100)
    if (contrast(candidate, background) >= ratio) return candidate
  }
  return towards
}
