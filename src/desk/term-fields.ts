import type { FieldHook, TextField } from 'payload'
import { label } from '../admin/words/label.ts'
import { wordsOf } from '../admin/words/words.ts'
import { isForm, nameOfTerm } from '../language/term-base.ts'
import { termDoc } from './documents.ts'

/** A field of one form of a term, or with `hasMany` of several, in one language. */
export function formsField(
  name: 'form' | 'also' | 'forbidden',
  { hasMany = false }: { hasMany?: boolean } = {},
): TextField {
  const field = {
    name,
    type: 'text',
    label: label(`term-${name}`),
    validate: (value: unknown, { req }: { req: { i18n?: { language: string } } }) =>
      listOf(value).every(isForm) || wordsOf(req.i18n?.language ?? 'en').termFormWrong,
    hooks: { beforeValidate: [trimmed] },
  }
  return (hasMany ? { ...field, hasMany } : field) as TextField
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
