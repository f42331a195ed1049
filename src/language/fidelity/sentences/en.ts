import type { Finding } from '../finding.ts'
import { type FidelityCatalogue, languageName, shortened } from './catalogue.ts'

const q = (words: string): string => `“${shortened(words)}”`
const differs =
  (what: string) =>
  ({ expected, found }: Finding): string => {
    if (found === '') return `The source says ${q(expected)}, the translation doesn’t. Add ${what}.`
    if (expected === '') return `The source doesn’t say ${q(found)}. Check ${what}.`
    return `The source says ${q(expected)}, the translation ${q(found)}. Check ${what}.`
  }

const kinds: FidelityCatalogue['kinds'] = {
  headline: 'the headline',
  lead: 'the lead',
  paragraph: 'a paragraph',
  heading: 'a heading',
  item: 'a list item',
  quote: 'a quotation',
  speaker: 'the speaker of a quotation',
  caption: 'a caption',
  alt: 'an alt text',
  dateline: 'the dateline',
  title: 'a title',
}
const kind = (name: string): string => (kinds as Record<string, string>)[name] ?? name

export const en: FidelityCatalogue = {
  kinds,
  findings: {
    'number-missing': differs('the number'),
    'number-added': differs('the number'),
    'number-format': ({ found }) =>
      `${q(found)} is not how this language writes the number. Change its separators.`,
    'percent-point': differs('whether these are per cent or percentage points'),
    'money-differs': differs('the amount'),
    'unit-differs': differs('the unit'),
    'ordinal-differs': differs('the ordinal'),
    'date-differs': differs('the date'),
    'date-format': ({ found }) => `${q(found)} is not how this language writes it. Rewrite it.`,
    'weekday-mismatch': ({ expected, found }) =>
      `${q(found)} doesn’t fit the date${expected === '' ? '' : ` (${q(expected)})`}. Check the weekday and the date.`,
    'time-differs': differs('the time'),
    'decade-differs': differs('the period'),
    'telephone-differs': differs('the telephone number'),
    'email-differs': differs('the e-mail address'),
    'link-differs': differs('the link'),
    'term-missing': ({ expected, found }) =>
      found === ''
        ? `The term base asks for ${q(expected)} here. Use it, or explain why not.`
        : `${q(found)} is not the approved form. Write ${q(expected)}.`,
    'term-forbidden': ({ expected, found }) =>
      expected === ''
        ? `The term base forbids ${q(found)}. Choose another word.`
        : `The term base forbids ${q(found)}. Write ${q(expected)}.`,
    'name-missing': ({ expected, found }) =>
      found === ''
        ? `The source names ${q(expected)}, the translation doesn’t. Add the name.`
        : `The source names ${q(expected)}, the translation ${q(found)}. Check the name.`,
    'name-variants': ({ expected, found }) =>
      `The same name is written ${q(expected)} and ${q(found)}. Choose one.`,
    'quotation-lost': ({ expected }) =>
      `${q(expected)} is quoted in the source and not in the translation. Quote it.`,
    'quotation-shortened': ({ expected }) =>
      `Of ${q(expected)} the translation quotes much less. Quote all of it.`,
    'quotation-speaker': ({ expected, found }) =>
      `In the source ${q(expected)} is speaking, in the translation ${q(found)}. Check the speaker.`,
    'quotation-marks': ({ expected, found }) =>
      expected === ''
        ? `${q(found)} has no other half. Close or remove the quotation mark.`
        : `This language writes ${expected}, not ${found}. Change the quotation marks.`,
    'negation-lost': ({ expected }) =>
      `The source denies (${q(expected)}), the translation doesn’t seem to. Check the sense.`,
    'segment-missing': ({ expected }) => `${q(expected)} is missing. Translate it.`,
    'segment-added': ({ found }) =>
      `${q(found)} doesn’t stand in the source. Remove or explain it.`,
    'segment-doubled': ({ found }) => `${q(found)} stands here twice. Remove one of them.`,
    untranslated: ({ found }) => `This is still in ${languageName(found, 'en')}. Translate it.`,
    'third-language': ({ expected, found }) =>
      `This is in ${languageName(found, 'en')}, not in ${languageName(expected, 'en')}. Translate it.`,
    'length-ratio': ({ expected, found }) =>
      `With ${found} characters this is much ${Number(found) < Number(expected) ? 'shorter' : 'longer'} than usual (about ${expected}). Check that nothing is missing or added.`,
    'structure-differs': ({ expected, found }) =>
      `In the source this is ${kind(expected)}, in the translation ${kind(found)}. Make them match.`,
    residue: ({ found }) => `A machine left ${q(found)} here. Write what belongs in its place.`,
    'mixed-script': ({ found }) =>
      `${q(found)} has letters of another script that look alike. Type the word anew.`,
    'invisible-character': ({ found }) => `There is an invisible character (${found}). Remove it.`,
  },
}
