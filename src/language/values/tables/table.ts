/** Forms of words, separated by spaces, in lower case. A form that ends in `*` is a stem: whatever begins with it. */
export type Forms = string

/** How one language writes values in words. What CLDR knows (separators, names of months and days) isn't here. */
export interface Table {
  numbers: {
    /** 1 to 19, the tens, and hundreds that are one word. */
    cardinals: Readonly<Record<number, Forms>>
    ordinals: Readonly<Record<number, Forms>>
    /** Hundred, thousand and more: forms that can stand alone `|` forms that only follow a number. */
    scales: Readonly<Record<number, string>>
    /** Abbreviations of scales, only after digits. */
    short: Readonly<Record<number, Forms>>
    /** The word between hundreds and tens, or units and tens. */
    and: Forms
    /** `twenty-one`, `veinte y uno`, `einundzwanzig`: how a ten and a unit are put together. */
    tens: 'ten-unit' | 'ten-and-unit' | 'unit-and-ten'
    /** Numbers are written as one word. */
    joined?: true
    /** Endings that any number word can take. */
    endings?: Forms
    /** Words that look like a number with an ending, and aren't. */
    not?: Forms
    /** Ordinals that mostly mean something else, and are numbers only behind an article or before `times`. */
    doubtful?: Forms
    times?: Forms
    /** Where ordinals are also parts of a whole, the article that makes them so: a third. */
    article?: Forms
    /** Phrases, separated by `|`: a half before a scale, a half after a number, one and a half. */
    half: string
    andHalf: string
    oneAndHalf: string
    /** By denominator: `third thirds`. */
    fractions: Readonly<Record<number, Forms>>
    /** The denominator stands first: үштен екі. */
    denominatorFirst?: true
    /**
     * Words that say a number by the way (both, twice, decade). They answer for a number on the other side,
     * and need no answer themselves.
     */
    faint: Readonly<Record<string, Forms>>
    /** Words that say an ordinal by the way: initial. */
    faintOrdinals?: Readonly<Record<number, Forms>>
    /** Beginnings of compounds that aren't number words themselves: `fyr` in fyrdagars. */
    prefixes?: Readonly<Record<number, Forms>>
    /** What a number word can be written together with, by unit: `dagers*`. */
    compound?: Readonly<Partial<Record<UnitCode, Forms>>>
    /** Written right after digits, with or without a hyphen, and part of them: 3rd, 3-го. */
    suffixes: Forms
    /** The dot makes an ordinal of digits. */
    dotOrdinals?: true
  }
  units: Readonly<Partial<Record<UnitCode, Forms>>>
  /** Between a scale and what is counted: millions de tonnes. */
  unitsAfterOf?: Forms
  /** Words beside a unit of length that make it one of area or volume. */
  square: Forms
  cubic: Forms
  /** Names of money, by ISO 4217 codes, separated by spaces when the word alone doesn't tell which. */
  money: Readonly<Record<string, Forms>>
  /** Words between a number and its money: of, US, Norwegian. */
  beforeMoney: Forms
  percent: string
  percentPoint: string
  calendar: {
    /** Beyond what CLDR has: other cases and abbreviations. */
    months: Readonly<Record<number, Forms>>
    weekdays: Readonly<Record<number, Forms>>
    /** Endings that names of months and days can take. */
    endings?: Forms
    /** Between day and month, month and year: of, de. */
    of: Forms
    /** Before the day: den, the, le. */
    the: Forms
    /** After a year: года, жылғы. */
    year: Forms
    /** Between two days: to, and. */
    to: Forms
    /** Names of months are capitalised; where they aren't, a capital month may be a name. */
    capital?: true
    /** The year comes first. */
    yearFirst?: true
    /** Words that can stand for a date or a year: today, last year. Phrases separated by `|`. */
    relative: string
    century: Forms
  }
  clock: {
    /** Before an hour: kl., um, à. */
    before: Forms
    /** Such a word alone makes an hour of a number. */
    beforeIsEnough?: true
    /** After an hour: Uhr, часов. */
    after: Forms
    /** Phrases, separated by `|`. */
    noon: string
    midnight: string
    /** `half`: half past ten is 10:30; `halv`: halv elleve is 10:30. The word, and how it counts. */
    half: Forms
    halfCounts: 'past' | 'to'
    past: string
    to: string
    quarter: Forms
    /** Before the hour: без четверти. */
    quarterTo?: string
    /** Behind the hour, by the minutes they add: `et quart`, `menos cuarto`. */
    turns?: Readonly<Record<number, string>>
    /** Halves and quarters are of the next hour, an ordinal: половина одиннадцатого. */
    hoursAreOrdinal?: true
    /** Where the word before an hour is also an article: the words that can follow the hour. */
    followedBy?: Forms
    /** Words that put an hour into the second half of the day, or the first. Phrases separated by `|`. */
    pm: string
    am: string
  }
  decade: {
    /** After digits: s, -tallet, -е годы. Separated by spaces; a `*` ends a stem. */
    after: Forms
    /** Before digits: années, años. */
    before: Forms
    /** Of the decades in words: nineties, nittitallet. By their first year in the century. */
    words: Readonly<Record<number, Forms>>
    /** The form after a whole hundred means the century: 1900-tallet. */
    centuries?: true
  }
  /** Nouns whose number is a label, without the separators of amounts: article, version. */
  labels: Forms
}

/** Units that are compared. Only lengths of time are converted. */
export type UnitCode =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'decade'
  | 'century'
  | 'millimetre'
  | 'centimetre'
  | 'metre'
  | 'kilometre'
  | 'mile'
  | 'nordic-mile'
  | 'inch'
  | 'yard'
  | 'pound'
  | 'gallon'
  | 'nautical-mile'
  | 'foot'
  | 'hectare'
  | 'acre'
  | 'litre'
  | 'gram'
  | 'kilogram'
  | 'tonne'
  | 'barrel'
  | 'celsius'
  | 'degree'
  | 'kilowatt'
  | 'megawatt'
  | 'gigawatt'
  | 'terawatt'
  | 'kilowatt-hour'
  | 'megawatt-hour'
  | 'gigawatt-hour'
  | 'terawatt-hour'
  | 'kilometre-per-hour'
  | 'megabyte'
  | 'gigabyte'
  | 'terabyte'
