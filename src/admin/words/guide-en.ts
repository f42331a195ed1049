/** The words that explain a state, and those of the guided first visit, in English; the other languages hold the same keys. */
export const guideEn = {
  guide: 'Your first visit: five things to try',
  guideExplains:
    'This is the demonstration of an invented embassy. Each of its people has an account; the program told their password when it started. Sign in as one after the other.',
  guideDone: 'done',
  guideOpen: 'Open the draft',
  guidePutAway: 'Put this away',
  guideGone: 'Put away. The same is told in the guide for editors.',
  'guide-write':
    'Write: as the editor, open “{headline}”, name the cinema, and submit it for review.',
  'guide-review':
    'Review: as the reviewer, open its tab Review, note what you miss, and return or approve it.',
  'guide-publish':
    'Publish: once it is approved, publish it as a reviewer, and read it in the press room.',
  'guide-translate': 'Translate: as the translator, begin its Norwegian or Kazakh version.',
  'guide-correct':
    'Correct: revise it, have it approved and publish it again. Its translation is out of date then, and the timeline tells all of it.',
  'explains-draft': 'Only the desk sees this. It can be changed until it is submitted.',
  'explains-in-review':
    'A reviewer reads this. It can’t be changed until they return or approve it, or it is recalled.',
  'explains-approved':
    'Approved to the letter, and not public yet. To change it, reopen it; then it needs a new approval.',
  'explains-scheduled': 'Approved, and published by itself at its time.',
  'explains-published':
    'The public reads this. To correct it, revise it: what is public stays until the next edition.',
  'explains-withdrawn': 'The public sees that it was taken back, and why.',
  'explains-archived': 'Taken out of the press room. Its files can’t be fetched any more.',
}

export type GuideWords = Record<keyof typeof guideEn, string>
