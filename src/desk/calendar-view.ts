import { fill, wordsOf } from '../admin/words/words.ts'
import type { State, TextType } from '../workflow/states.ts'
import { collectionOf } from './documents.ts'
import { type DeskDate, datesOf, mostDates } from './dates.ts'
import type { Reader } from './desk-lists.ts'
import { missionOf } from './mission-facts.ts'
import { boundsOf, dayIn, monthAfter, monthOf, weeksOf } from '../workflow/month.ts'
import { cityOf, hourIn, dayNameIn, languageIn, monthNameIn, weekdaysIn } from './names.ts'

/** One line of a day, in the person's language. */
export interface CalendarLine {
  key: string
  kind: DeskDate['kind']
  /** What happens, in a word. */
  what: string
  type: TextType
  headline: string
  tag: string
  language: string
  state: State | null
  /** "Edition 2" of a correction; empty of a first publication. */
  edition: string
  /** Time of day at the post. */
  time: string
  /** The same in the capital, with its day where that is another one; empty where there is no other zone. */
  capital: string
  /** ISO 8601, UTC. */
  at: string
  href: string
}

export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  day: string
  /** Of the month. */
  number: string
  /** "Thursday 5 November". */
  name: string
  today: boolean
  lines: CalendarLine[]
}

export interface CalendarView {
  month: string
  name: string
  before: { month: string; name: string }
  after: { month: string; name: string }
  /** Monday first; short, and whole for those who hear it. */
  weekdays: { short: string; long: string }[]
  weeks: (CalendarDay | null)[][]
  /** Days on which something happens. */
  days: CalendarDay[]
  /** Whose time of day is shown, in a sentence. */
  zones: string
  /** That not everything is shown; null when it is. */
  more: string | null
}

/** A month of the mission, in the time of the post. `asked`: `YYYY-MM`; anything else is the month of now. */
export async function calendarOf(
  reader: Reader,
  asked: unknown,
  language: string,
): Promise<CalendarView> {
  const { zones } = await missionOf(reader.payload)
  const now = reader.now.toISOString()
  const month = monthOf(asked, now, zones.post)
  const { from, until } = boundsOf(month, zones.post)
  const { dates, more } = await datesOf(reader, from, until)
  const words = wordsOf(language)
  const byDay = new Map<string, CalendarLine[]>()
  for (const date of dates) {
    const day = dayIn(date.at, zones.post)
    byDay.set(day, [...(byDay.get(day) ?? []), lineOf(date, zones, language)])
  }
  const today = dayIn(now, zones.post)
  const weeks = weeksOf(month).map((week) =>
    week.map((day): CalendarDay | null =>
      day === null
        ? null
        : {
            day,
            number: String(Number(day.slice(8))),
            name: dayNameIn(day, language),
            today: day === today,
            lines: byDay.get(day) ?? [],
          },
    ),
  )
  const near = (steps: number) => {
    const other = monthAfter(month, steps)
    return { month: other, name: monthNameIn(other, language) }
  }
  return {
    month,
    name: monthNameIn(month, language),
    before: near(-1),
    after: near(1),
    weekdays: weekdaysIn(language),
    weeks,
    days: weeks.flat().filter((day) => day !== null && day.lines.length > 0) as CalendarDay[],
    zones: fill(zones.post === zones.capital ? words.calendarZone : words.calendarZones, {
      post: cityOf(zones.post),
      capital: cityOf(zones.capital),
    }),
    more: more ? fill(words.calendarMore, { most: String(mostDates) }) : null,
  }
}

function lineOf(
  date: DeskDate,
  zones: { post: string; capital: string },
  language: string,
): CalendarLine {
  const { kind, type, id, at, headline, state } = date
  const sameDay = dayIn(at, zones.post) === dayIn(at, zones.capital)
  const hour = hourIn(at, language, zones.capital)
  const inCapital = sameDay ? hour : `${dayNameIn(dayIn(at, zones.capital), language)}, ${hour}`
  return {
    key: `${kind}-${id}-${date.edition}`,
    kind,
    what: wordsOf(language)[`date-${kind}`],
    type,
    headline,
    tag: date.language,
    language: languageIn(date.language, language),
    state,
    edition:
      date.edition > 1
        ? fill(wordsOf(language).timelineEdition, { number: String(date.edition) })
        : '',
    time: hourIn(at, language, zones.post),
    capital: zones.post === zones.capital ? '' : `${inCapital} ${cityOf(zones.capital)}`,
    at,
    href: `/admin/collections/${collectionOf[type]}/${id}`,
  }
}
