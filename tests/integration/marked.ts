import type { Block } from '../../src/workflow/content.ts'
import { slugOf } from '../../src/language/slug.ts'
import { bodyOf } from './acts.ts'

/** Words, numbers and addresses that no stranger may ever be told, each with where it stands. */
export class Marks {
  readonly #found = new Map<string, string>()

  /** A word of small letters for this place. */
  word(place: string): string {
    const word = `zq${place.toLowerCase().replace(/[^a-z0-9]/g, '')}qz`
    this.add(word, place)
    return word
  }

  add(value: string, place: string): void {
    if (this.#found.has(value)) throw new Error(`two places are marked with ${value}`)
    this.#found.set(value.toLowerCase(), place)
  }

  /** The places of the marks that an answer tells of and that whoever asked didn't say themselves. */
  in(answer: string, asked: string): string[] {
    const text = answer.toLowerCase()
    const said = asked.toLowerCase()
    return [...this.#found].flatMap(([mark, place]) =>
      holds(text, mark) && !said.includes(mark) ? [place] : [],
    )
  }

  get all(): string[] {
    return [...this.#found.keys()]
  }
}

/** A year that begins a word or a number: in the midst of a random token it is a year of nothing. */
function holds(text: string, mark: string): boolean {
  if (!text.includes(mark)) return false
  return !/^\d{4}$/.test(mark) || new RegExp(`(?<![\\p{L}\\p{N}])${mark}`, 'u').test(text)
}

let phones = 0

/** A text whose every field carries a mark. */
export function markedText(marks: Marks, where: string) {
  const w = (field: string) => marks.word(`${where} ${field}`)
  const blocks: Block[] = [
    { type: 'heading', level: 2, children: [{ type: 'text', text: w('heading') }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: w('body') },
        {
          type: 'link',
          href: `https://${w('link')}.example/`,
          children: [{ type: 'text', text: w('link words') }],
        },
      ],
    },
    {
      type: 'list',
      ordered: false,
      items: [{ children: [{ type: 'text', text: w('item') }] }],
    },
    { type: 'quotation', text: w('quotation'), speaker: w('speaker') },
  ]
  const headline = `Secret ${w('headline')}`
  return {
    headline,
    lead: w('lead'),
    body: bodyOf(blocks),
    datelinePlace: w('place'),
    sourceLabel: w('source'),
    address: slugOf(headline),
  }
}

export function markedRelease(marks: Marks, where: string, parts: object) {
  const { address, ...text } = markedText(marks, where)
  const w = (field: string) => marks.word(`${where} ${field}`)
  return {
    address,
    data: { ...text, sourceUrl: `https://${w('source address')}.example/`, ...parts },
  }
}

function phone(marks: Marks, where: string): string {
  const number = `+997000${String(1000 + phones++)}`
  marks.add(number.slice(1), `${where} telephone`)
  return number
}

export function markedContact(marks: Marks, where: string) {
  const w = (field: string) => marks.word(`${where} ${field}`)
  return {
    name: w('name'),
    texts: [{ language: 'en', title: w('title'), note: w('note') }],
    organisation: w('organisation'),
    email: `${w('mail')}@hidden.example`,
    telephone: phone(marks, where),
    telephoneAfterHours: phone(marks, `${where} after hours`),
  }
}

export function markedImage(marks: Marks, where: string) {
  const w = (field: string) => marks.word(`${where} ${field}`)
  return {
    texts: ['en', 'nb'].map((language) => ({
      language,
      alt: w(`alt ${language}`),
      caption: w(`caption ${language}`),
    })),
    credit: w('credit'),
    copyright: w('copyright'),
    licence: `https://${w('licence')}.example/`,
    cleared: true,
  }
}

export const markedDocument = (marks: Marks, where: string) => ({
  texts: ['en', 'nb'].map((language) => ({
    language,
    title: marks.word(`${where} title ${language}`),
  })),
})

/** A term whose every field carries a mark. */
export function markedTerm(marks: Marks, where: string) {
  const w = (field: string) => marks.word(`${where} ${field}`)
  return {
    kind: 'person',
    forms: [
      { language: 'en', form: w('form'), also: [w('also')], forbidden: [w('forbidden')] },
      { language: 'nb', form: w('form nb') },
    ],
    note: w('note'),
    source: w('source'),
  }
}
