/** The words of the search, in English; the other languages hold the same keys. */
export const searchEn = {
  search: 'Search',
  searchWords: 'Words or numbers',
  searchHelp:
    'In headlines, texts, notes and timelines. The beginning of a word is enough, and letters may be typed plainly: tromso finds Tromsø.',
  searchState: 'State',
  searchAny: 'any',
  searchPerson: 'Person',
  searchTopic: 'Topic',
  searchFrom: 'Changed from',
  searchTo: 'Changed until',
  searchDo: 'Search',
  searchCount: '{count} found',
  searchMore: 'More than {count} found; say more to find less.',
  searchBuilding:
    'The search is still being made, so not everything is found yet. Ask again in a minute.',
  searchNone: 'Nothing was found. Try fewer or shorter words.',
  searchCsv: 'Save as CSV',
  searchKeep: 'Keep this search',
  searchName: 'Name of the search',
  searchKept: 'Your searches',
  searchForget: 'Remove the search {name}',
  searchesFull: 'You keep {most} searches already. Remove one first.',
  searchPage: 'Page {page} of {pages}',
  searchNext: 'Next page',
  searchBack: 'Previous page',
  'source-text': 'Text',
  'source-note': 'Note',
  'source-reply': 'Answer to a note',
  'source-event': 'Timeline',
}

export type SearchWords = Record<keyof typeof searchEn, string>
