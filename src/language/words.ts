import { remembered } from './remembered.ts'

/** A run of letters and digits, with its place in UTF-16 units, `end` exclusive. */
export interface Word {
  text: string
  /** In lower case and composed, with ё as е: what words are compared by. */
  lower: string
  start: number
  end: number
  /** Begins with a capital letter. */
  capital: boolean
}

/** An apostrophe joins where Ukrainian writes one (п’ять); elsewhere it sets off an ending (Norway’s, l’Europe). */
const run = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?<=[\u0400-\u04ff])['’ʼ][яюєї][\p{L}\p{M}]*)*/giu
const capitalFirst = /^\p{Lu}/u

export function lowered(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е')
}

function read(text: string): readonly Word[] {
  const all = lowered(text)
  // Composing letters may move places; then each word is lowered by itself.
  const whole = all.length === text.length
  return Array.from(text.matchAll(run), ({ 0: word, index }) => ({
    text: word,
    lower: whole ? all.slice(index, index + word.length) : lowered(word),
    start: index,
    end: index + word.length,
    capital: capitalFirst.test(word),
  }))
}

/** The words of a text in their order. A hyphen parts words. Each check of a pair reads the same few hundred texts. */
export const wordsOf: (text: string) => readonly Word[] = remembered(read, 4000)
