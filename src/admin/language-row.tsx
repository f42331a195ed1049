'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'
import { languageIn } from '../desk/names.ts'
import { wordsOf } from './words/words.ts'

/** What a row of words is called: its language, in the person's own. */
export function LanguageRow() {
  const { data } = useRowLabel<{ language?: string | null } | undefined>()
  const { language } = useTranslation().i18n
  return data?.language ? languageIn(data.language, language) : wordsOf(language).language
}
