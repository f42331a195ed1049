import type { Block, Inline } from '../../workflow/content.ts'

export type DemoLanguage = 'en' | 'nb' | 'kk' | 'ru'

/** Text with `**bold**` and `[words](address)` as inline content. */
export function inline(text: string): Inline[] {
  return text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/).flatMap((part): Inline[] => {
    if (part === '') return []
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part)
    if (link) return [{ type: 'link', href: link[2] ?? '', children: inline(link[1] ?? '') }]
    if (part.startsWith('**')) return [{ type: 'text', text: part.slice(2, -2), marks: ['bold'] }]
    return [{ type: 'text', text: part }]
  })
}

export const p = (text: string): Block => ({ type: 'paragraph', children: inline(text) })
export const h = (text: string): Block => ({ type: 'heading', level: 2, children: inline(text) })
export const list = (...items: string[]): Block => ({
  type: 'list',
  ordered: false,
  items: items.map((item) => ({ children: inline(item) })),
})
export const steps = (...items: string[]): Block => ({
  type: 'list',
  ordered: true,
  items: items.map((item) => ({ children: inline(item) })),
})
export const quote = (text: string, speaker: string): Block => ({
  type: 'quotation',
  text,
  speaker,
})
/** A picture of `images.ts` by its key; the seed puts its id in that place. */
export const picture = (key: string): Block => ({ type: 'image', image: key })

const months: Readonly<Record<DemoLanguage, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(
    ' ',
  ),
  kk: 'қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда'.split(
    ' ',
  ),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
}

/** The days of a demonstration, counted from the moment at which it is set up. */
export interface Calendar {
  /** So many days before now, at noon UTC; a negative number lies ahead. */
  day: (ago: number) => Date
  /** The same day as words that answer "when": `on 3 May 2026`, `3. mai 2026`, `2026 жылғы 3 мамырда`, `3 мая 2026 года`. */
  on: (language: DemoLanguage, ago: number) => string
  /** The year of that day. */
  year: (ago: number) => number
}

export function calendar(now: Date): Calendar {
  const day = (ago: number): Date => {
    const noon = new Date(now.getTime() - ago * 86_400_000)
    noon.setUTCHours(12, 0, 0, 0)
    return noon
  }
  return {
    day,
    year: (ago) => day(ago).getUTCFullYear(),
    on: (language, ago) => {
      const date = day(ago)
      const number = date.getUTCDate()
      const month = months[language][date.getUTCMonth()] ?? ''
      const year = date.getUTCFullYear()
      if (language === 'en') return `on ${number} ${month} ${year}`
      if (language === 'nb') return `${number}. ${month} ${year}`
      if (language === 'ru') return `${number} ${month} ${year} года`
      return `${year} жылғы ${number} ${month}`
    },
  }
}
