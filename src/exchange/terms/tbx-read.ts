import { languageTags } from '../../language/languages.ts'
import { type TermEntry, type TermForms, termKinds } from '../../language/term-base.ts'
import { matchLanguage } from '../language.ts'
import { eachElement, elementsIn, wordsIn, type XmlElement } from '../xml.ts'
import { dayIn, fitted, type ReadTerm, unknownLanguage } from './entry.ts'

/**
 * Terms from TBX (ISO 30042:2019), in the style that names data categories by element (DCT) or by attribute (DCA), and
 * in the form of 2008 that many programs still write. What a term base of ours doesn't know is left out.
 */

const wanted = {
  roots: ['tbx', 'martif'],
  each: ['conceptEntry', 'termEntry'],
  otherwise: 'This is no TBX file: its outermost element is neither “tbx” nor “martif”.',
}

/** Throws `UnreadableFile`. `mission`: its languages, which decide what `no` means. */
export function readTbx(text: string, mission: readonly string[] = languageTags): ReadTerm[] {
  const terms: ReadTerm[] = []
  eachElement(text, wanted, (element, line) => {
    const { id } = element.attributes
    terms.push(readConcept(element, id ? `entry “${id}”` : `entry ending on line ${line}`, mission))
  })
  return terms
}

/** The data category of an element: its name, or in DCA style its type. */
function categoryOf({ name, attributes }: XmlElement): string {
  return attributes.type ?? name
}

const plain = (element: XmlElement): string => wordsIn(element).trim()

/** Those of a level; a group of a category with its own remarks is looked into. */
function parts(element: XmlElement): XmlElement[] {
  return elementsIn(element).flatMap((one) =>
    /^(descrip|admin|termNote)Grp$/.test(one.name) ? elementsIn(one) : [one],
  )
}

const allOf = (element: XmlElement, category: string): string[] =>
  parts(element)
    .filter((one) => categoryOf(one) === category)
    .map(plain)
    .filter((words) => words !== '')

const valid = /^valid (from|until) (\S+)$/

function readConcept(concept: XmlElement, at: string, mission: readonly string[]): ReadTerm {
  const fields = allOf(concept, 'subjectField')
  const notes = [...allOf(concept, 'definition'), ...allOf(concept, 'note')]
  const days = new Map<string, string>()
  for (const [, end = '', text = ''] of notes.map((note) => valid.exec(note) ?? []))
    if (dayIn(text)) days.set(end, text)
  const entry: TermEntry = {
    kind: termKinds.find((kind) => fields.includes(kind)) ?? 'phrase',
    forms: [],
    note: [
      ...fields.filter((field) => !(termKinds as readonly string[]).includes(field)),
      ...notes.filter((note) => !dayIn(valid.exec(note)?.[2] ?? '')),
    ].join('\n'),
    source: allOf(concept, 'source').join('; '),
    validFrom: days.get('from') ?? null,
    validUntil: days.get('until') ?? null,
  }
  const problems: string[] = []
  const forms: TermForms[] = []
  for (const section of elementsIn(concept)) {
    if (section.name !== 'langSec' && section.name !== 'langSet') continue
    const tag = section.attributes.lang ?? ''
    const language = matchLanguage(tag, mission)
    if (language) forms.push({ language, ...formsIn(section) })
    else problems.push(unknownLanguage(tag))
  }
  return fitted(at, { ...entry, forms: joined(forms) }, problems)
}

type Status = 'preferred' | 'admitted' | 'forbidden' | 'none'

/** Values of both categories that say so, with the ending that some write and others leave out. */
function statusOf(section: XmlElement): Status {
  const [value = ''] = [
    ...allOf(section, 'administrativeStatus'),
    ...allOf(section, 'normativeAuthorization'),
  ]
  switch (value.replace(/-admn-sts$/, '')) {
    case 'preferredTerm':
      return 'preferred'
    case 'admittedTerm':
      return 'admitted'
    case 'deprecatedTerm':
    case 'supersededTerm':
      return 'forbidden'
    default:
      return 'none'
  }
}

/** A term stands in `termSec`, in `tig`, or within a group in `ntig`. */
function termsIn(section: XmlElement): { form: string; status: Status }[] {
  return elementsIn(section)
    .filter(({ name }) => name === 'termSec' || name === 'tig' || name === 'ntig')
    .map((one) => elementsIn(one).find(({ name }) => name === 'termGrp') ?? one)
    .flatMap((one) => {
      const term = elementsIn(one).find(({ name }) => name === 'term')
      return term ? [{ form: plain(term).replaceAll(/\s*\n\s*/g, ' '), status: statusOf(one) }] : []
    })
    .filter(({ form }) => form !== '')
}

/** Where nobody says which form is preferred, the first that isn't forbidden or merely admitted is the one to write. */
function formsIn(section: XmlElement): Omit<TermForms, 'language'> {
  const terms = termsIn(section)
  const right = terms.filter(({ status }) => status !== 'forbidden')
  const first =
    right.find(({ status }) => status === 'preferred') ??
    right.find(({ status }) => status === 'none')
  return {
    form: first?.form ?? '',
    also: unique(right.filter((one) => one !== first).map(({ form }) => form)).filter(
      (form) => form !== first?.form,
    ),
    forbidden: unique(terms.filter(({ status }) => status === 'forbidden').map(({ form }) => form)),
  }
}

const unique = (all: readonly string[]): string[] => [...new Set(all)]

/** British and American English are one language here. */
export function joined(forms: readonly TermForms[]): TermForms[] {
  const byLanguage = new Map<string, TermForms>()
  for (const one of forms) {
    const known = byLanguage.get(one.language)
    const form = known?.form || one.form
    byLanguage.set(one.language, {
      language: one.language,
      form,
      also: unique([...(known?.also ?? []), one.form, ...one.also]).filter(
        (also) => also !== form && also !== '',
      ),
      forbidden: unique([...(known?.forbidden ?? []), ...one.forbidden]),
    })
  }
  return [...byLanguage.values()]
}
