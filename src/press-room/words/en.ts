import type { ReleaseKind } from '../../workflow/states.ts'

/** What the press room itself says, in one language. Dates and numbers arrive formatted. */
export interface Words {
  pressRoom: string
  skip: string
  sections: string
  languages: string
  /** Above the other language versions of one text. */
  otherLanguages: string
  chooseLanguage: string
  home: string
  releases: string
  contacts: string
  images: string
  documents: string
  latest: string
  allReleases: string
  /** Before links to the feeds in their formats. */
  feeds: string
  kinds: Record<ReleaseKind, string>
  published: string
  updated: string
  /** Above a text that only the desk can see. */
  preview: string
  /** Above a draft that somebody outside sees, and for whom and until when. */
  draft: string
  draftFor: (name: string, until: string) => string
  remarks: string
  remarksText: string
  remark: string
  remarkLimits: (count: string) => string
  sendRemark: string
  remarkSent: string
  remarkEmpty: string
  remarkFailed: string
  remarksFull: string
  notice: string
  withdrawn: string
  withdrawnOn: (date: string) => string
  /** The standard notice of what was set to end by itself. */
  ended: string
  reinstated: string
  reinstatedOn: (date: string) => string
  retracted: string
  retractedOn: (date: string) => string
  corrected: (date: string) => string
  lagging: string
  laggingSince: (date: string) => string
  originalWithdrawn: string
  readOriginal: string
  source: string
  about: (mission: string) => string
  downloads: string
  pressKit: string
  plainText: string
  data: string
  topics: string
  /** With the number of words; with the time they take, in minutes. */
  wordCount: (count: string) => string
  readingTime: (time: string) => string
  morePictures: string
  credit: (name: string) => string
  /** Before the words that stand for a picture. */
  description: string
  licence: string
  aboutImage: string
  sizes: string
  /** Above the texts that show a picture. */
  shownIn: string
  imageGone: (date: string) => string
  download: string
  fullSize: string
  telephone: string
  afterHours: string
  email: string
  speaks: string
  pages: string
  newer: string
  older: string
  page: (number: string) => string
  noReleases: string
  releasesIn: string
  noContacts: string
  noImages: string
  noDocuments: string
  notFound: string
  notFoundText: string
  failed: string
  failedText: string
  toReleases: string
  toHome: string
  search: string
  kind: string
  topic: string
  year: string
  /** Of kinds, topics and years. */
  every: string
  order: string
  byDate: string
  byRelevance: string
  found: (count: string) => string
  /** On the link that takes a filter away. */
  remove: (name: string) => string
  nothingFound: string
  nothingFoundText: string
  /** With words in quotation marks: one that no text has, and the one that was looked for instead. */
  usedInstead: (typed: string, used: string) => string
  foundIn: string
  tooLong: (most: string) => string
  noSuchFilter: string
  notAllYet: string
  archive: string
  archiveText: string
  /** Around quoted speech. */
  quotes: readonly [string, string]
}

export const en: Words = {
  pressRoom: 'Press room',
  skip: 'Skip to the text',
  sections: 'Sections',
  languages: 'Languages',
  otherLanguages: 'Other languages',
  chooseLanguage: 'Choose a language',
  home: 'Home',
  releases: 'Releases',
  contacts: 'Press contacts',
  images: 'Images',
  documents: 'Documents',
  latest: 'Latest',
  allReleases: 'All releases',
  feeds: 'News feeds',
  kinds: {
    'press-release': 'Press release',
    statement: 'Statement',
    news: 'News',
    speech: 'Speech',
    advisory: 'Media advisory',
    'consular-notice': 'Consular notice',
  },
  published: 'Published',
  updated: 'Updated',
  preview: 'Preview – not published',
  draft: 'Draft – not for publication',
  draftFor: (name, until) => `For ${name}, until ${until}`,
  remarks: 'Your remarks',
  remarksText:
    'What you write here goes to the editors, under your name. It changes nothing in the text by itself.',
  remark: 'Remark',
  remarkLimits: (count) => `At most ${count} characters.`,
  sendRemark: 'Send the remark',
  remarkSent: 'Thank you. Your remark has arrived.',
  remarkEmpty: 'Write something first.',
  remarkFailed: 'Your remark could not be kept at the moment. Send it again in a minute.',
  remarksFull: 'No more remarks can be left here. Write to whoever sent you this link.',
  notice: 'Notice',
  withdrawn: 'Withdrawn',
  withdrawnOn: (date) => `This text was withdrawn on ${date}. It remains readable as a record.`,
  ended: 'This text was published for a limited time. That time is over.',
  reinstated: 'Reinstated',
  reinstatedOn: (date) => `The withdrawal was lifted on ${date}. This text is current again.`,
  retracted: 'Retracted',
  retractedOn: (date) => `This text was retracted on ${date} and is no longer available.`,
  corrected: (date) => `Corrected on ${date}`,
  lagging: 'Not up to date with the original',
  laggingSince: (date) =>
    `The original was last changed on ${date}. This translation does not show that change yet.`,
  originalWithdrawn: 'The original of this translation has been withdrawn.',
  readOriginal: 'Read the original',
  source: 'Source',
  about: (mission) => `About ${mission}`,
  downloads: 'Downloads',
  pressKit: 'Press kit: texts, pictures and documents (ZIP)',
  plainText: 'Plain text',
  data: 'Data for newsrooms (ninjs)',
  topics: 'Topics',
  wordCount: (count) => `Words: ${count}`,
  readingTime: (time) => `Reading time: ${time}`,
  morePictures: 'Pictures',
  credit: (name) => `Photo: ${name}`,
  description: 'Description',
  licence: 'Licence',
  aboutImage: 'About this image',
  sizes: 'Sizes',
  shownIn: 'Shown in',
  imageGone: (date) => `This image was taken back on ${date} and is no longer available.`,
  download: 'Download',
  fullSize: 'Full size',
  telephone: 'Telephone',
  afterHours: 'Outside office hours',
  email: 'Email',
  speaks: 'Languages',
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  page: (number) => `Page ${number}`,
  noReleases: 'There are no releases in this language yet.',
  releasesIn: 'There are releases in:',
  noContacts: 'No press contacts have been published yet.',
  noImages: 'No images have been published yet.',
  noDocuments: 'No documents have been published yet.',
  notFound: 'Page not found',
  notFoundText: 'There is nothing at this address. Check that it is written correctly.',
  failed: 'Something went wrong',
  failedText: 'The page can’t be shown at the moment. Please try again in a few minutes.',
  toReleases: 'See all releases',
  toHome: 'Go to the press room',
  search: 'Search',
  kind: 'Kind',
  topic: 'Topic',
  year: 'Year',
  every: 'All',
  order: 'Order',
  byDate: 'Newest',
  byRelevance: 'Best match',
  found: (count) => `Texts found: ${count}`,
  remove: (name) => `Remove: ${name}`,
  nothingFound: 'No text was found.',
  nothingFoundText: 'Check the spelling, use other words, or choose fewer filters.',
  usedInstead: (typed, used) => `No text has ${typed}. Shown are texts with ${used}.`,
  foundIn: 'Found in other languages:',
  tooLong: (most) =>
    `A search can be at most ${most} characters long. Shorten it and search again.`,
  noSuchFilter:
    'This search asks for something that does not exist, or twice for the same. Begin again.',
  notAllYet:
    'The search is being prepared, and not everything can be found yet. Try again in a minute.',
  archive: 'Archive',
  archiveText: 'All texts by the month of their publication.',
  quotes: ['“', '”'],
}
