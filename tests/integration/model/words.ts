import type { ItemFields, Passage, Wording } from './world.ts'

/** What people write: each time with a word that stands nowhere else, and with flaws whose consequences are known. */

let written = 0

/** A word that nobody else has written. Without digits: a number that the original doesn't have would be asked back. */
export const mark = (): string =>
  `q${String(written++).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}z`

export const marks = (text: string): string[] => text.match(/q[a-j]+z/g) ?? []

export const flavours = [
  'fine',
  'blank',
  'long',
  'two scripts',
  'invisible',
  'both warnings',
  'placeholder',
] as const
export type Flavour = (typeof flavours)[number]

type Where = 'headline' | 'lead' | 'body'

const longest: Record<Where, number> = { headline: 140, lead: 600, body: Infinity }

export function passage(where: Where, flavour: Flavour): Passage {
  const fine = `Bridge ${mark()}`
  switch (flavour) {
    case 'blank':
      // A headline has to be sent; that it can't be seen is the workflow's to find.
      return { text: where === 'headline' ? '\u00A0' : '', fails: [`${where}-present`] }
    case 'long': {
      const most = longest[where]
      if (most === Infinity) return { text: fine, fails: [] }
      return { text: fine.padEnd(most + 1, '!'), fails: [`${where}-length`] }
    }
    case 'two scripts':
      return { text: `${fine} in М\u006Fscow`, fails: ['one-script-per-word'] }
    case 'invisible':
      return { text: `${fine} opens\u200B`, fails: ['no-invisible-character'] }
    case 'both warnings':
      return {
        text: `${fine} in М\u006Fscow opens\u200B`,
        fails: ['no-invisible-character', 'one-script-per-word'],
      }
    case 'placeholder':
      return { text: `${fine} on [date]`, fails: ['no-placeholder'] }
    default:
      return { text: fine, fails: [] }
  }
}

/** As long as is allowed, to the letter. */
export const full = (where: 'headline' | 'lead'): Passage => ({
  text: `Bridge ${mark()}`.padEnd(longest[where], '!'),
  fails: [],
})

export const warnings: readonly string[] = [
  'one-script-per-word',
  'no-invisible-character',
  'embargo-ahead',
]

export const title = (language: string): Wording => ({
  language,
  title: `Officer ${mark()}`,
  caption: '',
  says: true,
})

/** What an image is called in a language; `saying`: what its alternative text says of it. */
export function picturing(language: string, saying: 'what' | 'nothing' | 'caption'): Wording {
  const caption = `On ${mark()}`
  const alt = { what: `People on ${mark()}`, nothing: 'image', caption }[saying]
  return { language, title: alt, caption, says: saying === 'what' }
}

const noFile: ItemFields['file'] = { sha256: '', width: 0, height: 0 }

export const contactFields = (): ItemFields => ({
  name: `Ada ${mark()}`,
  telephone: '+47 22 00 00 01',
  texts: [title('en')],
  credit: '',
  cleared: false,
  file: noFile,
})
