import type { ContactContent, ContactInText } from '../../workflow/content.ts'
import { mailHref, telephoneHref } from '../links.ts'
import type { Edition, Mission } from '../records.ts'
import { languageName } from './frame.ts'
import { inLanguage } from './pictures.ts'

export interface Reach {
  text: string
  /** Null when it can only be read. */
  href: string | null
}

/** A person to call. */
export interface ContactCard {
  name: string
  title: string
  organisation: string
  note: string
  telephone: Reach | null
  afterHours: Reach | null
  email: Reach | null
  /** Names of the languages that the person speaks. */
  languages: readonly { language: string; name: string }[]
  /** Language of title and note where it isn't the page's. */
  lang: string | null
}

const reach = (text: string, href: (text: string) => string | null): Reach | null =>
  text.trim() === '' ? null : { text: text.trim(), href: href(text.trim()) }

function card(
  content: ContactContent,
  said: { name: string; title: string; note: string; lang: string | null },
): ContactCard {
  return {
    ...said,
    organisation: content.organisation,
    telephone: reach(content.telephone, telephoneHref),
    afterHours: reach(content.telephoneAfterHours, telephoneHref),
    email: reach(content.email, mailHref),
    languages: content.languages.map((language) => ({ language, name: languageName(language) })),
  }
}

/** A published contact on its own. */
export function contactCard(
  content: ContactContent,
  language: string,
  { defaultLanguage }: Pick<Mission, 'defaultLanguage'>,
): ContactCard {
  const { one, lang } = inLanguage(content.texts, language, defaultLanguage)
  return card(content, {
    name: content.name,
    title: one?.title ?? '',
    note: one?.note ?? '',
    lang,
  })
}

/** A contact that a text names: name and title as approved with the text, numbers as they are today. */
export function contactInText(
  said: ContactInText,
  live: ReadonlyMap<string, Edition>,
  language: string,
): ContactCard | null {
  const content = live.get(said.id)?.content
  if (content?.type !== 'contact') return null
  const note = content.texts.find((text) => text.language === language)?.note ?? ''
  return card(content, { name: said.name, title: said.title, note, lang: null })
}
