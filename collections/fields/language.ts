import type { SelectField } from 'payload'
import { label } from '../../src/admin/words/label.ts'
import { languages, languageTags } from '../../src/language/languages.ts'

const options = languageTags.map((value) => ({ value, label: languages[value].name }))

/** One language of those that a mission can write in. */
export function languageField(): SelectField {
  return {
    name: 'language',
    type: 'select',
    label: label('language'),
    required: true,
    options,
    admin: { components: { Cell: '/src/admin/cells.tsx#LanguageCell' } },
  }
}

/** Several languages, under a name of their own. */
export function languagesField(name: 'languages' | 'writes' | 'reviews'): SelectField {
  return { name, type: 'select', label: label(name), hasMany: true, options }
}
