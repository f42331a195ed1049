import type { FieldHook, TextField } from 'payload'
import { label } from '../admin/words/label.ts'
import { wordsOf } from '../admin/words/words.ts'
import { isForm, nameOfTerm } from '../language/term-base.ts'
import { termDoc } from './documents.ts'

/** A field of the form to write in one language, or of several that are right as well or forbidden. */
export function formsField(name: 'form' | 'also' | 'forbidden'): TextField {
  const field = {
    name,
    type: 'text',
    label: label(`term-${name}`),
    validate: (value: unknown, { req }: { req: { i18n?: { language: string } } }) =>
      listOf(value).every(isForm) || wordsOf(req.i18n?.language ?? 'en').termFormWrong,
    hooks: { beforeValidate: [trimmed] },
  }
  const several = { hasMany: true, admin: { placeholder: label('termFormsHint') } }
  return (name === 'form' ? field : { ...field, ...several }) as TextField
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value)
    ? value
    : value === null || value === undefined || value === ''
      ? []
      : [value]

const trim = (one: unknown): unknown => (typeof one === 'string' ? one.trim() : one)

const trimmed: FieldHook = ({ value }) => {
  return Array.isArray(value) ? value.map(trim) : trim(value)
}

const formsOf = termDoc.pick({ forms: true })

/** Whatever a request says: a term is called by the first of its forms. */
export const nameFromForms: FieldHook = ({ data }) => nameOfTerm(formsOf.parse(data ?? {}))
