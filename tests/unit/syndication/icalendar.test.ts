import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, iCalendar } from '@/syndication/icalendar.ts'
import { readCalendar } from '../../standards/icalendar.ts'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'release-1-1@embassy.example',
  stamp: '2026-03-01T10:00:00.000Z',
  at: '2026-03-29T00:59:30.999Z',
  sequence: 4,
  status: 'TENTATIVE',
  summary: 'Goes out',
  url: 'https://embassy.example/admin',
  ...more,
})
const written = (...events: CalendarEvent[]) =>
  iCalendar({ name: 'Desk', refreshMinutes: 30, events })

it('writes a calendar to the letter', () => {
  expect(written(event({ summary: 'A, b; c\\d\ne' })).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Communique//Desk//EN',
    'CALSCALE:GREGORIAN',
    'NAME:Desk',
    'X-WR-CALNAME:Desk',
    'REFRESH-INTERVAL;VALUE=DURATION:PT30M',
    'X-PUBLISHED-TTL:PT30M',
    'BEGIN:VEVENT',
    'UID:release-1-1@embassy.example',
    'DTSTAMP:20260301T100000Z',
    'DTSTART:20260329T005930Z',
    'SEQUENCE:4',
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    String.raw`SUMMARY:A\, b\; c\\d\ne`,
    'URL:https://embassy.example/admin',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

describe('a line longer than 75 octets', () => {
  it.each([
    ['Latin', 'a'.repeat(300)],
    ['Kazakh', 'Елшілік'.repeat(40)],
    ['of four octets a letter', '🕊'.repeat(80)],
  ])('goes on in the next one: %s', (_script, summary) => {
    const text = written(event({ summary }))
    expect(text.split('\r\n').filter((line) => line.startsWith(' ')).length).toBeGreaterThan(2)
    expect(readCalendar(text).events[0]?.get('SUMMARY')).toBe(summary)
  })
})

it('any words come back as they were, and break nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (summary) => {
      const found = readCalendar(written(event({ summary }), event({ uid: 'other' })))
      expect(found.events).toHaveLength(2)
      const kept = summary
        .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
        // oxlint-disable-next-line no-control-regex -- they can’t stand in a calendar
        .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      expect(found.events[0]?.get('SUMMARY')).toBe(kept)
    }),
  )
})

it('a headline can’t begin a line of its own', () => {
  const summary = 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\u2028X'
  expect(readCalendar(written(event({ summary }))).events).toHaveLength(1)
})
