import type { TermEntry, TermForms } from '../language/term-base.ts'
import { element, words, xmlDocument } from './xml.ts'

/** Terms as TBX-Basic (ISO 30042:2019) in the style that names data categories by element (DCT). */

export interface TermToWrite extends TermEntry {
  id: string
}

const namespaces = {
  xmlns: 'urn:iso:std:iso:30042:ed-2',
  'xmlns:min': 'http://www.tbxinfo.net/ns/min',
  'xmlns:basic': 'http://www.tbxinfo.net/ns/basic',
} as const

/** `origin`: of the installation, which is where they are from. */
export function tbx(terms: readonly TermToWrite[], origin: string): string {
  const header = element(
    'tbxHeader',
    {},
    element(
      'fileDesc',
      {},
      element('titleStmt', {}, element('title', {}, 'Term base')) +
        element('sourceDesc', {}, words('p', origin)),
    ),
  )
  const body = element('body', {}, terms.map(concept).join('\n'))
  return xmlDocument(
    element(
      'tbx',
      { style: 'dct', type: 'TBX-Basic', 'xml:lang': 'en', ...namespaces },
      `\n${header}\n${element('text', {}, `\n${body}\n`)}\n`,
    ),
  )
}

function concept({ id, kind, forms, note, source, validFrom, validUntil }: TermToWrite): string {
  return element(
    'conceptEntry',
    // Begins with a letter, as an XML id has to.
    { id: `c-${id}` },
    words('min:subjectField', kind) +
      words('basic:source', source) +
      words('note', note) +
      // TBX-Basic has no data category for it.
      words('note', validFrom ? `valid from ${validFrom}` : '') +
      words('note', validUntil ? `valid until ${validUntil}` : '') +
      forms.map(section).join(''),
  )
}

const term = (status: string) => (one: string) =>
  element(
    'termSec',
    {},
    words('term', one) + words('min:administrativeStatus', `${status}-admn-sts`),
  )

function section({ language, form, also, forbidden }: TermForms): string {
  return element(
    'langSec',
    { 'xml:lang': language },
    [
      ...(form === '' ? [] : [form]).map(term('preferredTerm')),
      ...also.map(term('admittedTerm')),
      ...forbidden.map(term('deprecatedTerm')),
    ].join(''),
  )
}
