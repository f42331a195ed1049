/** The words about terms, in English; the other languages hold the same keys. */
export const termsEn = {
  term: 'Term',
  terms: 'Terms',
  'term-person': 'Person',
  'term-office': 'Office',
  'term-body': 'Body',
  'term-place': 'Place',
  'term-treaty': 'Treaty',
  'term-phrase': 'Phrase',
  'term-form': 'Write',
  'term-also': 'Also right',
  'term-forbidden': 'Never write',
  termFormWrong: 'Write each form in one line of at most 200 characters.',
  termNoteHelp: 'What somebody has to know to use it.',
  termSource: 'Source',
  termSourceHelp: 'Who says so: a ministry’s list, a decree, a web page.',
  validFrom: 'Holds from',
  validUntil: 'Holds until',
  validHelp: 'The last day on which texts are checked by it.',
  termsExport: 'Save the published terms:',
  termsImport: 'Bring in terms from a file',
  termsImportExplains:
    'TBX or CSV. What comes in are drafts; terms that are here already stay as they are.',
  termsImportFile: 'File',
  termsImportDo: 'Bring in',
  termsImported:
    '{made} brought in as drafts, {there} here already, {differ} here with other forms, {refused} left out.',
  'termEntry-differs': 'is here with other forms; compare it',
  forbiddenUses: 'Forbidden forms in print',
  forbiddenUsesExplain:
    'Published texts that use a form which a term forbids now, in quotations as well. Correct them where it matters.',
  forbiddenUsesNone: 'No published text uses a forbidden form.',
  forbiddenUse: '“{found}” instead of “{form}”',
  forbiddenUseBare: '“{found}”',
  forbiddenMore: 'There may be more than are shown.',
  forbiddenNotWhole: 'The index is being made: look again in a moment.',
  'explainsTerm-published': 'Texts are checked by it. Revise it to change it.',
  'explainsTerm-archived': 'Out of use: no text is checked by it.',
  termFormsHint: 'Type a form, then press Enter',
}

export type TermWords = Record<keyof typeof termsEn, string>
