import { isLanguage, type Language } from '../../../language/languages.ts'
import { ar } from './ar.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en, type Statements } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { kk } from './kk.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'
import { ru } from './ru.ts'
import { sv } from './sv.ts'
import { uk } from './uk.ts'

const statements: Record<Language, Statements> = { en, nb, nn, da, sv, de, fr, es, kk, ru, uk, ar }

/** What the press room says of itself in a language; English for one that it doesn’t know. */
export function statementsFor(language: string): Statements {
  return isLanguage(language) ? statements[language] : en
}
