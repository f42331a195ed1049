/** The words about the figures of the press room, in English; the other languages hold the same keys. */
export const figuresEn = {
  figures: 'Figures',
  figuresExplain:
    'How often live texts and their files were looked at and taken, counted on the server without cookies. Nothing of a reader is kept: no address, no device, no way through the press room. Programs that say what they are don’t count. An administrator can switch the counting off under “Mission”.',
  figuresOff: 'Counting is switched off under “Mission”. What was counted before is shown.',
  figuresNone: 'Nothing was counted in these days.',
  figuresDays: 'Last {count} days',
  figuresFile: 'Save as CSV',
  figuresViews: 'Views',
  figuresDownloads: 'Downloads',
  figuresFeeds: 'Feeds',
  figuresFetches: 'Fetched',
  figuresSites: 'Sites that led here',
  figuresText: 'Text or file',
  figuresEdition: 'Edition',
  figuresChart: 'Views by day; at the most {count} on {day}',
  figuresDay: 'Day',
  figuresByDay: 'Day by day',
  figuresLanguages: 'Languages',
  figuresLanguagesExplain:
    'Of the releases first published in these days that are live: how many can be read in each language, how long their translations took, and how many warnings were signed for. What lags behind is counted among all live translations.',
  figuresLanguage: 'Language',
  figuresReadable: 'Readable',
  figuresMedian: 'Half took at most',
  figuresUpper: 'Three quarters',
  figuresStale: 'Lagging behind',
  figuresWaived: 'Warnings signed for',
  countsReaders: 'Count views and downloads',
  countsReadersHelp: 'Sums by text and day, without cookies and without anything about the reader.',
}

export type FiguresWords = Record<keyof typeof figuresEn, string>
