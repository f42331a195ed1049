'use client'

import { useTranslation } from '@payloadcms/ui'
import { kk } from 'date-fns/locale/kk'
import type { ReactNode } from 'react'

/**
 * Payload loads the words for months and weekdays by a key from a closed list, without Kazakh. The desk borrows the key
 * of a language that it doesn't speak, and fills what was loaded for it with Kazakh before anything is drawn with it.
 */
export function KazakhDates({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  const loaded = i18n.dateFNS as { code?: string } | undefined
  if (i18n.language === 'kk' && loaded && loaded.code !== kk.code) Object.assign(loaded, kk)
  return children
}
