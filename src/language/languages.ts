/** The languages that a mission can write in. One more is one entry here and one file of interface words. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  nb: { name: 'Norsk bokmål', direction: 'ltr' },
  nn: { name: 'Norsk nynorsk', direction: 'ltr' },
  da: { name: 'Dansk', direction: 'ltr' },
  sv: { name: 'Svenska', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  kk: { name: 'Қазақша', direction: 'ltr' },
  ru: { name: 'Русский', direction: 'ltr' },
  uk: { name: 'Українська', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl' }>

export type Language = keyof typeof languages
export const languageTags = Object.keys(languages) as Language[]

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag)
}
