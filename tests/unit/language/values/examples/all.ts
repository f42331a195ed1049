import type { Language } from '@/language/languages.ts'
import { ar } from './ar.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { Examples } from './examples.ts'
import { fr } from './fr.ts'
import { kk } from './kk.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'
import { ru } from './ru.ts'
import { sv } from './sv.ts'
import { uk } from './uk.ts'

export const examples: Readonly<Record<Language, Examples>> = {
  en,
  nb,
  nn,
  da,
  sv,
  de,
  fr,
  es,
  kk,
  ru,
  uk,
  ar,
}
