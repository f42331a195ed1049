import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import sharp from 'sharp'
import { defaultColour, readableOn } from '../colour.ts'
import { sharedHeight, sharedWidth } from './size.ts'
import { fitted, type Paragraph } from './paragraph.ts'
import { typesetter, type Weight } from './type.ts'

/** What a picture for sharing says. `host`: where the text stands. */
export interface Shared {
  mission: string
  kind: string
  date: string
  headline: string
  language: string
  direction: 'ltr' | 'rtl'
  colour: string
  host: string
}

const margin = 80
const room = sharedWidth - 2 * margin
const [paper, ink, soft, line] = ['#fcfbf8', '#1c1b19', '#57534b', '#dad5c9']

/** The same words and colours are the same picture, whichever edition bears them; an act at the door forgets none. */
const kept = new LRUCache<string, Buffer<ArrayBuffer>>({
  max: 500,
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: ({ length }) => length,
})

/** The picture of a text for those who pass on its link, as PNG: its headline in its own script, and whose it is. */
export async function sharePicture(shared: Shared): Promise<Buffer<ArrayBuffer>> {
  const key = createHash('sha256')
    .update(JSON.stringify(Object.entries(shared)))
    .digest('hex')
  const known = kept.get(key)
  if (known) return known
  const svg = Buffer.from(await drawing(shared))
  // A few dozen colours are enough for letters on paper.
  const png = await sharp(svg).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer()
  const made = Buffer.from(png)
  kept.set(key, made)
  return made
}

async function drawing(shared: Shared): Promise<string> {
  const { mission, kind, date, headline, language, direction, colour, host } = shared
  const type = await typesetter()
  const set = (text: string, weight: Weight, sizes: Parameters<typeof fitted>[3]['sizes']) =>
    fitted(type, text, { weight, language, direction }, { width: room, sizes })
  const top = set(mission, 600, once(36, 32, 28, 24))
  const under = set([kind, date].filter(Boolean).join(' · '), 400, once(30, 26, 22))
  const title = set(headline, 600, [
    { size: 76, lines: 3 },
    { size: 64, lines: 4 },
    { size: 54, lines: 5 },
    { size: 46, lines: 6 },
  ])
  const foot = fitted(
    type,
    host,
    { weight: 400, language: 'en', direction: 'ltr' },
    { width: room, sizes: once(26, 20) },
  )
  const accent = readableOn(paper, colour)
  // As high as it is, it stands in the middle of what the lines around it leave.
  const step = title.size * 1.24
  const first = 352 - ((title.lines.length - 1) * step) / 2 + title.size * 0.34
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sharedWidth}" height="${sharedHeight}">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    `<rect width="100%" height="24" fill="${readableOn('#ffffff', colour || defaultColour)}"/>`,
    `<rect x="${margin}" y="548" width="${room}" height="2" fill="${line}"/>`,
    lines(top, 96, 0, direction, ink),
    lines(under, 146, 0, direction, accent),
    lines(title, first, step, direction, ink),
    lines(foot, 594, 0, direction, soft),
    '</svg>',
  ].join('')
}

const once = (...sizes: number[]): { size: number; lines: number }[] =>
  sizes.map((size) => ({ size, lines: 1 }))

/** `base`: of the first line, from above; `step`: to the next. */
function lines(
  { lines: set }: Paragraph,
  base: number,
  step: number,
  direction: Shared['direction'],
  fill: string,
): string {
  return set
    .map(({ width, outlines }, at) => {
      const x = direction === 'rtl' ? sharedWidth - margin - width : margin
      return `<g fill="${fill}" transform="translate(${x.toFixed(2)} ${(base + at * step).toFixed(2)})">${outlines}</g>`
    })
    .join('')
}
