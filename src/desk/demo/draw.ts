import sharp from 'sharp'

/** Size of the demonstration pictures, in pixels. */
export const width = 2400
export const height = 1600

/** Numbers between 0 and 1 that are the same at every start: the pictures' hashes must not change. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A ridge from the left edge to the right, by halving: heights in pixels around `level`, `rough` at the most. */
export function ridge(seed: number, level: number, rough: number, keep = 0.5): number[] {
  const random = dice(seed)
  let points = [level + (random() - 0.5) * rough, level + (random() - 0.5) * rough]
  let swing = rough
  for (let round = 0; round < 9; round++) {
    const next: number[] = []
    for (const [index, point] of points.entries()) {
      next.push(point)
      const neighbour = points[index + 1]
      if (neighbour !== undefined) next.push((point + neighbour) / 2 + (random() - 0.5) * swing)
    }
    points = next
    swing *= keep
  }
  return points
}

/** A closed path under a ridge, down to `bottom`. */
export function under(points: readonly number[], bottom: number): string {
  const step = width / (points.length - 1)
  const line = points.map((y, index) => `L${(index * step).toFixed(1)} ${y.toFixed(1)}`).join('')
  return `M0 ${bottom}${line}L${width} ${bottom}Z`
}

/** The emblem of Talvania: a star with eight points, the long ones upright and across. */
export function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 16 }, (_, index) => {
    const reach = index % 2 === 1 ? 0.36 : index % 4 === 0 ? 1 : 0.68
    const angle = (index * Math.PI) / 8 - Math.PI / 2
    return `${(x + Math.cos(angle) * radius * reach).toFixed(1)},${(y + Math.sin(angle) * radius * reach).toFixed(1)}`
  })
  return `<polygon points="${corners.join(' ')}"/>`
}

/** The flag of Talvania, 3:2: a teal field, two white waves for its lakes, and a golden star. */
export function flag(x: number, y: number, wide: number): string {
  const high = (wide * 2) / 3
  const wave = (at: number, thick: number): string => {
    const swing = high * 0.045
    const quarter = wide / 4
    const forth = [-1, 1, -1, 1].map((sign) => `q${quarter / 2} ${sign * swing * 2} ${quarter} 0`)
    // Backwards over the same curve, lower by the width of the band.
    const back = [1, -1, 1, -1].map((sign) => `q${-quarter / 2} ${sign * swing * 2} ${-quarter} 0`)
    return `<path d="M${x} ${y + at}${forth.join('')}v${thick}${back.join('')}Z"/>`
  }
  return [
    `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="#0f4c5c"/>`,
    `<g fill="#f4f6f2">${wave(high * 0.66, high * 0.075)}${wave(high * 0.8, high * 0.05)}</g>`,
    `<g fill="#e3b23c">${star(x + wide * 0.3, y + high * 0.33, high * 0.22)}</g>`,
  ].join('')
}

/** Draws an SVG of the pictures' size, softens it a little as a lens does, and lays fine grain over it. */
export async function photograph(
  inner: string,
  { grain = 9, soft = 0.6 }: { grain?: number; soft?: number } = {},
): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}
    <defs><radialGradient id="vignette" cx="50%" cy="46%" r="75%"><stop offset="0.55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.38"/></radialGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#vignette)"/></svg>`
  const { data } = await sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .blur(soft)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const random = dice(7)
  // A table of grain instead of a number for each of eleven million values.
  const table = Int8Array.from({ length: 65_537 }, () =>
    Math.round((random() + random() + random() - 1.5) * grain),
  )
  for (let index = 0, at = 0; index < data.length; index += 3, at = (at + 1) % table.length) {
    const add = table[at] ?? 0
    for (let part = 0; part < 3; part++)
      data[index + part] = Math.max(0, Math.min(255, (data[index + part] ?? 0) + add))
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 84, mozjpeg: false })
    .toBuffer()
}

/**
 * Clouds or haze over an area, from fractal noise, thinning out towards its lower edge. Made at a quarter of the size, since noise for every pixel of the
 * picture takes seconds and clouds have no edges. `frequency` counts in pixels of the picture.
 */
export async function haze(
  area: { x: number; y: number; w: number; h: number },
  cloud: {
    colour: readonly [number, number, number]
    frequency: readonly [number, number]
    seed: number
    /** How fast a cloud thickens, and how much sky is left free. */
    from: number
    to: number
  },
): Promise<string> {
  const shrink = 4
  const [red, green, blue] = cloud.colour.map((part) => (part / 255).toFixed(3))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${area.w / shrink}" height="${area.h / shrink}">
    <filter id="f" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">
    <feTurbulence type="fractalNoise" baseFrequency="${cloud.frequency.map((one) => one * shrink).join(' ')}" numOctaves="5" seed="${cloud.seed}"/>
    <feColorMatrix values="0 0 0 0 ${red}  0 0 0 0 ${green}  0 0 0 0 ${blue}  ${cloud.from} 0 0 0 ${cloud.to}"/></filter>
    <linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0.55" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
    <mask id="m"><rect width="100%" height="100%" fill="url(#g)"/></mask>
    <g mask="url(#m)"><rect width="100%" height="100%" filter="url(#f)"/></g></svg>`
  const png = await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer()
  return `<image x="${area.x}" y="${area.y}" width="${area.w}" height="${area.h}" preserveAspectRatio="none" href="data:image/png;base64,${png.toString('base64')}"/>`
}

/** A soft shadow of a box, made small and enlarged: a blur of the whole picture takes seconds. */
export async function shadow(
  box: { x: number; y: number; w: number; h: number; round: number },
  darkness: number,
): Promise<string> {
  const shrink = 8
  const edge = 48
  const [w, h] = [(box.w + 2 * edge) / shrink, (box.h + 2 * edge) / shrink]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}">
    <filter id="f" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${16 / shrink}"/></filter>
    <rect x="${edge / shrink}" y="${edge / shrink}" width="${box.w / shrink}" height="${box.h / shrink}" rx="${box.round / shrink}" fill="#000" fill-opacity="${darkness}" filter="url(#f)"/></svg>`
  const png = await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer()
  return `<image x="${box.x - edge}" y="${box.y - edge}" width="${box.w + 2 * edge}" height="${box.h + 2 * edge}" preserveAspectRatio="none" href="data:image/png;base64,${png.toString('base64')}"/>`
}
