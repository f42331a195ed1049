import { label } from '../../src/admin/words/label.ts'

/** Rows of words, one for each language, and called by it. */
export const inEachLanguage = {
  type: 'array',
  label: label('texts'),
  labels: { singular: label('language'), plural: label('languages') },
  admin: { components: { RowLabel: '/src/admin/language-row.tsx#LanguageRow' } },
} as const
