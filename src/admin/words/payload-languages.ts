import { acceptedLanguages, type I18nOptions, type Language } from '@payloadcms/translations'
import { en } from '@payloadcms/translations/languages/en'
import { nb } from '@payloadcms/translations/languages/nb'
import { ru } from '@payloadcms/translations/languages/ru'
import { editorKk } from './editor-kk.ts'
import { payloadKk } from './payload-kk.ts'
import { wordsOf } from './words.ts'

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
  // What Payload asks for by a key: the rest of ours says itself.
  translations: {
    en: ours('en'),
    nb: ours('nb'),
    kk: { ...editorKk, ...ours('kk') },
    ru: ours('ru'),
  },
} as unknown as I18nOptions

function ours(language: string) {
  const { review, preview, events, whoSees, translate } = wordsOf(language)
  return { desk: { review, preview, timeline: events, whoSees, translate } }
}

/** Payload can load the words for dates in a closed list of languages only, so Kazakh goes by the name of another. */
function kazakh(): Language {
  return { dateFNSKey: 'az', translations: payloadKk }
}
