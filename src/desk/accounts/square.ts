import { encode } from 'uqr'

/** A QR code as the path of an SVG, one unit a module, its quiet zone included. */
export interface Square {
  size: number
  path: string
}

export function square(text: string): Square {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dots = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { size, path: dots.join('') }
}
