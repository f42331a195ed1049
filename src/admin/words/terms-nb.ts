import type { TermWords } from './terms-en.ts'

/** The words about terms, in Norwegian. */
export const termsNb: TermWords = {
  term: 'Term',
  terms: 'Termer',
  'term-person': 'Person',
  'term-office': 'Embete',
  'term-body': 'Organ',
  'term-place': 'Sted',
  'term-treaty': 'Avtale',
  'term-phrase': 'Uttrykk',
  'term-form': 'Skriv',
  'term-also': 'Også riktig',
  'term-forbidden': 'Skriv aldri',
  termFormWrong: 'Skriv hver form på én linje med høyst 200 tegn.',
  termNoteHelp: 'Det man må vite for å bruke den.',
  termSource: 'Kilde',
  termSourceHelp: 'Hvem som sier det: en liste fra departementet, et vedtak, en nettside.',
  validFrom: 'Gjelder fra',
  validUntil: 'Gjelder til',
  validHelp: 'Siste dag tekster blir kontrollert mot den.',
  termsExport: 'Lagre de publiserte termene:',
  termsImport: 'Hent inn termer fra en fil',
  termsImportExplains:
    'TBX eller CSV. Det som kommer inn, er utkast; termer som finnes fra før, blir stående.',
  termsImportFile: 'Fil',
  termsImportDo: 'Hent inn',
  termsImported:
    '{made} hentet inn som utkast, {there} fantes fra før, {differ} finnes med andre former, {refused} utelatt.',
  'termEntry-differs': 'finnes med andre former; sammenlign',
  forbiddenUses: 'Forbudte former på trykk',
  forbiddenUsesExplain:
    'Publiserte tekster med en form som en term forbyr nå, også i sitater. Rett dem der det betyr noe.',
  forbiddenUsesNone: 'Ingen publisert tekst bruker en forbudt form.',
  forbiddenUse: '«{found}» i stedet for «{form}»',
  forbiddenUseBare: '«{found}»',
  forbiddenMore: 'Det kan være flere enn de som vises.',
  forbiddenNotWhole: 'Indeksen lages: se igjen om litt.',
  'explainsTerm-published': 'Tekster kontrolleres mot den. Revider den for å endre den.',
  'explainsTerm-archived': 'Ute av bruk: ingen tekster kontrolleres mot den.',
  termFormsHint: 'Skriv en form, og trykk Enter',
}
