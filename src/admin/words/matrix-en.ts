/** The words about the language matrix, in English; the other languages hold the same keys. */
export const matrixEn = {
  matrix: 'Languages',
  matrixExplains:
    'Every release in every language of the mission: where each translation stands, who has it and until when.',
  matrixAmong: 'Sought among the {count} releases that were changed last.',
  'matrix-all': 'Everything',
  'matrix-missing': 'Missing',
  'matrix-stale': 'Out of date',
  'matrix-in-review': 'Waiting for review',
  'matrix-overdue': 'Overdue',
  matrixShow: 'Show',
  matrixLanguage: 'In',
  matrixAnyLanguage: 'any language',
  matrixApply: 'Apply',
  matrixOriginal: 'Original',
  matrixMissing: 'Not begun',
  matrixNone: 'Nothing is like that.',
  matrixDue: 'by {day}',
  matrixNobody: 'nobody named',
  matrixChanged: 'changed {ago}',
  matrixChoose: '{language}: choose “{headline}”',
  matrixChosen: '{count} chosen',
  matrixAssign: 'Assign',
  matrixAssignExplains: 'What isn’t begun is begun. Leave out what is to stay as it is.',
  matrixTranslator: 'Translator',
  matrixKeep: 'as it is',
  matrixStart: 'Begin',
  matrixStartIn: 'Begin in {language}: “{headline}”',
  matrixDone: 'Begun: {started}. Assigned: {assigned}. Refused: {refused}.',
  matrixNext: 'Next page',
  matrixPrevious: 'Previous page',
  dueOn: 'Due on',
  dueOnHelp: 'By when the translation is wanted.',
  assignNobody:
    'There is no such person at this desk, or the account is closed. Choose somebody else.',
  assignNoTranslator:
    '{name} is no translator. Choose somebody who is, or have an administrator add the role.',
  assignNotWritten:
    '{name} doesn’t write {language}. Choose somebody else, or have an administrator add the language.',
  assignEditors: 'Only an editor assigns translations. Ask one.',
}

export type MatrixWords = Record<keyof typeof matrixEn, string>
