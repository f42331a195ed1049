import { type Language, isLanguage } from '../../language/languages.ts'
import { ar } from './ar.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { kk } from './kk.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'
import { ru } from './ru.ts'
import { sv } from './sv.ts'
import { uk } from './uk.ts'

const words: Record<Language, Words> = { en, nb, nn, da, sv, de, fr, es, kk, ru, uk, ar }

/** The press room's own words in a language; English for one that it doesn't know. */
export function wordsFor(language: string): Words {
  return isLanguage(language) ? words[language] : en
}
