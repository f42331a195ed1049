import type { MatrixWords } from './matrix-en.ts'

/** The words about the language matrix, in Norwegian. */
export const matrixNb: MatrixWords = {
  matrix: 'Språk',
  matrixExplains:
    'Hver melding på hvert av ambassadens språk: hvor hver oversettelse står, hvem som har den og til når.',
  matrixAmong: 'Søkt blant de {count} meldingene som sist ble endret.',
  'matrix-all': 'Alt',
  'matrix-missing': 'Mangler',
  'matrix-stale': 'Utdatert',
  'matrix-in-review': 'Venter på godkjenning',
  'matrix-overdue': 'Over fristen',
  matrixShow: 'Vis',
  matrixLanguage: 'På',
  matrixAnyLanguage: 'alle språk',
  matrixApply: 'Bruk',
  matrixOriginal: 'Original',
  matrixMissing: 'Ikke begynt',
  matrixNone: 'Ingenting er slik.',
  matrixDue: 'innen {day}',
  matrixNobody: 'ingen nevnt',
  matrixChanged: 'endret {ago}',
  matrixChoose: '{language}: velg «{headline}»',
  matrixChosen: '{count} valgt',
  matrixAssign: 'Tildel',
  matrixAssignExplains:
    'Det som ikke er begynt, begynnes. La stå tomt det som skal være som det er.',
  matrixTranslator: 'Oversetter',
  matrixKeep: 'som det er',
  matrixStart: 'Begynn',
  matrixStartIn: 'Begynn på {language}: «{headline}»',
  matrixDone: 'Begynt: {started}. Tildelt: {assigned}. Avvist: {refused}.',
  matrixNext: 'Neste side',
  matrixPrevious: 'Forrige side',
  dueOn: 'Frist',
  dueOnHelp: 'Når oversettelsen skal være ferdig.',
  assignNobody: 'Det finnes ingen slik person her, eller kontoen er stengt. Velg en annen.',
  assignNoTranslator:
    '{name} er ikke oversetter. Velg en som er det, eller be en administrator legge til rollen.',
  assignNotWritten:
    '{name} skriver ikke {language}. Velg en annen, eller be en administrator legge til språket.',
  assignEditors: 'Bare en redaktør tildeler oversettelser. Spør en redaktør.',
}
