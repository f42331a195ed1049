import { fill, wordsOf } from '../admin/words/words.ts'
import { type Aging, isOverdue } from '../workflow/aging.ts'
import type { Zones } from './mission-facts.ts'
import { dayNameIn, inBothZones } from './names.ts'
import { dayIn } from '../workflow/month.ts'

/** One sentence about the age of a text. `alarm`: something is late. */
export interface AgingLine {
  sentence: string
  alarm: boolean
}

interface Reader {
  /** ISO 8601, UTC. */
  now: string
  zones: Zones
  language: string
}

/** What counts of the edition that the public reads, then what will count once the text on the desk is published. */
export function agingLines(
  { live, ...planned }: Aging,
  { isLive, isToCome }: { isLive: boolean; isToCome: boolean },
  reader: Reader,
): AgingLine[] {
  const words = wordsOf(reader.language)
  const lines = (
    { reviewBy, endsAt }: Aging['live'],
    said: { review: string; overdue: string; ends: string },
  ): AgingLine[] => {
    const alarm = reviewBy !== null && isOverdue(reviewBy, dayIn(reader.now, reader.zones.post))
    return [
      ...(reviewBy
        ? [
            {
              sentence: fill(alarm ? said.overdue : said.review, {
                day: dayNameIn(reviewBy, reader.language),
              }),
              alarm,
            },
          ]
        : []),
      ...(endsAt
        ? [{ sentence: fill(said.ends, { time: timeIn(endsAt, reader) }), alarm: false }]
        : []),
    ]
  }
  return [
    ...(isLive
      ? lines(live, {
          review: words.reviewLive,
          overdue: words.reviewOverdue,
          ends: words.endsLive,
        })
      : []),
    ...(isToCome
      ? lines(planned, {
          review: words.reviewPlanned,
          // That it lies behind is a requirement's to say.
          overdue: words.reviewPlanned,
          ends: words.endsPlanned,
        }).map((line) => ({ ...line, alarm: false }))
      : []),
  ]
}

function timeIn(at: string, { zones, language }: Reader): string {
  const words = wordsOf(language)
  const sentence = zones.post === zones.capital ? words.timeAtPost : words.timeAtBoth
  return fill(sentence, inBothZones(at, zones, language))
}
