import type { Finding } from '../finding.ts'
import { type FidelityCatalogue, languageName, shortened } from './catalogue.ts'

const q = (words: string): string => `«${shortened(words)}»`
const differs =
  (what: string) =>
  ({ expected, found }: Finding): string => {
    if (found === '')
      return `Originalen har ${q(expected)}, oversettelsen har det ikke. Legg til ${what}.`
    if (expected === '') return `${q(found)} står ikke i originalen. Kontroller ${what}.`
    return `Originalen har ${q(expected)}, oversettelsen ${q(found)}. Kontroller ${what}.`
  }

const kinds: FidelityCatalogue['kinds'] = {
  headline: 'tittelen',
  lead: 'ingressen',
  paragraph: 'et avsnitt',
  heading: 'en mellomtittel',
  item: 'et listepunkt',
  quote: 'et sitat',
  speaker: 'navnet på den som siteres',
  caption: 'en bildetekst',
  alt: 'en alternativ tekst',
  dateline: 'sted og dato',
  title: 'en tittel på et dokument',
}
const kind = (name: string): string => (kinds as Record<string, string>)[name] ?? name

export const nb: FidelityCatalogue = {
  kinds,
  findings: {
    'number-missing': differs('tallet'),
    'number-added': differs('tallet'),
    'number-format': ({ found }) =>
      `${q(found)} er ikke slik tallet skrives på dette språket. Rett skilletegnene.`,
    'percent-point': differs('om det er prosent eller prosentpoeng'),
    'money-differs': differs('beløpet'),
    'unit-differs': differs('enheten'),
    'ordinal-differs': differs('ordenstallet'),
    'date-differs': differs('datoen'),
    'date-format': ({ found }) => `${q(found)} skrives ikke slik på dette språket. Skriv det om.`,
    'weekday-mismatch': ({ expected, found }) =>
      `${q(found)} stemmer ikke med datoen${expected === '' ? '' : ` (${q(expected)})`}. Kontroller ukedagen og datoen.`,
    'time-differs': differs('klokkeslettet'),
    'decade-differs': differs('tidsrommet'),
    'telephone-differs': differs('telefonnummeret'),
    'email-differs': differs('e-postadressen'),
    'link-differs': differs('lenken'),
    'term-missing': ({ expected, found }) =>
      found === ''
        ? `Termbasen ber om ${q(expected)} her. Bruk det, eller forklar hvorfor ikke.`
        : `${q(found)} er ikke den godkjente formen. Skriv ${q(expected)}.`,
    'term-forbidden': ({ expected, found }) =>
      expected === ''
        ? `Termbasen forbyr ${q(found)}. Velg et annet ord.`
        : `Termbasen forbyr ${q(found)}. Skriv ${q(expected)}.`,
    'name-missing': ({ expected, found }) =>
      found === ''
        ? `Originalen nevner ${q(expected)}, oversettelsen gjør det ikke. Legg til navnet.`
        : `Originalen nevner ${q(expected)}, oversettelsen ${q(found)}. Kontroller navnet.`,
    'name-variants': ({ expected, found }) =>
      `Samme navn er skrevet ${q(expected)} og ${q(found)}. Velg én skrivemåte.`,
    'quotation-lost': ({ expected }) =>
      `${q(expected)} er et sitat i originalen, men ikke i oversettelsen. Gjør det til et sitat.`,
    'quotation-shortened': ({ expected }) =>
      `Oversettelsen siterer langt mindre av ${q(expected)}. Ta med hele sitatet.`,
    'quotation-speaker': ({ expected, found }) =>
      `I originalen er det ${q(expected)} som uttaler seg, i oversettelsen ${q(found)}. Kontroller hvem som siteres.`,
    'quotation-marks': ({ expected, found }) =>
      expected === ''
        ? `${q(found)} mangler sin andre halvdel. Avslutt eller fjern anførselstegnet.`
        : `På dette språket skrives ${expected}, ikke ${found}. Bytt anførselstegn.`,
    'negation-lost': ({ expected }) =>
      `Originalen nekter (${q(expected)}), det ser ikke ut til at oversettelsen gjør det. Kontroller meningen.`,
    'segment-missing': ({ expected }) => `${q(expected)} mangler. Oversett det.`,
    'segment-added': ({ found }) =>
      `${q(found)} står ikke i originalen. Fjern det, eller forklar det.`,
    'segment-doubled': ({ found }) => `${q(found)} står her to ganger. Fjern det ene.`,
    untranslated: ({ found }) => `Dette er fortsatt på ${languageName(found, 'nb')}. Oversett det.`,
    'third-language': ({ expected, found }) =>
      `Dette er på ${languageName(found, 'nb')}, ikke på ${languageName(expected, 'nb')}. Oversett det.`,
    'length-ratio': ({ expected, found }) =>
      `Med ${found} tegn er dette mye ${Number(found) < Number(expected) ? 'kortere' : 'lengre'} enn vanlig (omtrent ${expected}). Kontroller at ingenting mangler eller er lagt til.`,
    'structure-differs': ({ expected, found }) =>
      `I originalen er dette ${kind(expected)}, i oversettelsen ${kind(found)}. La dem stemme overens.`,
    residue: ({ found }) => `En maskin har etterlatt ${q(found)} her. Skriv det som skal stå der.`,
    'mixed-script': ({ found }) =>
      `${q(found)} har bokstaver fra et annet alfabet som ser like ut. Skriv ordet på nytt.`,
    'invisible-character': ({ found }) => `Her er et usynlig tegn (${found}). Fjern det.`,
  },
}
