import { acceptedLanguages, type I18nOptions, type Language } from '@payloadcms/translations'
import { en } from '@payloadcms/translations/languages/en'
import { nb } from '@payloadcms/translations/languages/nb'
import { ru } from '@payloadcms/translations/languages/ru'
import { editorKk } from './editor-kk.ts'
import { en as ownEn } from './en.ts'
import { kk as ownKk } from './kk.ts'
import { nb as ownNb } from './nb.ts'
import { payloadKk } from './payload-kk.ts'
import { ru as ownRu } from './ru.ts'

/**
 * Payload's list of the languages that it looks for in `Accept-Language` is closed, and so are its types. A person's
 * own setting, a cookie, works without.
 */
const accepted = acceptedLanguages as unknown as string[]
if (!accepted.includes('kk')) accepted.push('kk')

/** The languages of the admin: Payload's own words in each. Dates: `src/admin/kazakh-dates.tsx`. */
export const payloadLanguages = {
  supportedLanguages: { en, nb, kk: kazakh(), ru },
  fallbackLanguage: 'en',
  // Ours in places where Payload asks for words by key.
  translations: {
    en: { desk: { timeline: ownEn.events } },
    nb: { desk: { timeline: ownNb.events } },
    kk: { ...editorKk, desk: { timeline: ownKk.events } },
    ru: { desk: { timeline: ownRu.events } },
  },
} as unknown as I18nOptions

/** Payload can load the words for dates in a closed list of languages only, so Kazakh goes by the name of another. */
function kazakh(): Language {
  return { dateFNSKey: 'az', translations: payloadKk }
}
