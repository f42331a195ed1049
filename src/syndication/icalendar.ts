/** iCalendar (RFC 5545). What is to be written comes in; text comes out. */

export interface CalendarEvent {
  /** The same for as long as it is the same event, in every edition of the calendar. */
  uid: string
  /** When what is said here was last changed. ISO 8601, UTC. */
  stamp: string
  /** ISO 8601, UTC. An event takes no time: it is a moment. */
  at: string
  /** Rises with every change of the same event. */
  sequence: number
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  summary: string
  /** Where it can be looked at; left out when empty. */
  url: string
}

export interface Calendar {
  /** Shown by calendar programs. */
  name: string
  /** How often it is worth asking again. Minutes. */
  refreshMinutes: number
  events: readonly CalendarEvent[]
}

/** The calendar as `text/calendar; charset=utf-8`. */
export function iCalendar({ name, refreshMinutes, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Communique//Desk//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${textOf(name)}`,
    // What most programs read instead (no standard, but Apple's and Microsoft's own).
    `X-WR-CALNAME:${textOf(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
    `X-PUBLISHED-TTL:PT${refreshMinutes}M`,
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf({ uid, stamp, at, sequence, status, summary, url }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textOf(uid)}`,
    `DTSTAMP:${momentOf(stamp)}`,
    `DTSTART:${momentOf(at)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${status}`,
    // Nobody is busy because a text goes out.
    'TRANSP:TRANSPARENT',
    `SUMMARY:${textOf(summary)}`,
    ...(url ? [`URL:${url}`] : []),
    'END:VEVENT',
  ]
}

/** 3.3.5, form 2: in UTC, to the second. */
function momentOf(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** 3.3.11: no control characters but the tab; backslash, semicolon, comma and line breaks escaped. */
function textOf(value: string): string {
  return (
    value
      .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
      // oxlint-disable-next-line no-control-regex -- they are what is to be left out
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .replaceAll(/[\\;,]/g, (one) => `\\${one}`)
      .replaceAll('\n', '\\n')
  )
}

const most = 75

/** 3.1: at most 75 octets a line; what follows begins with a space. No letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (octets + size > most) {
      parts.push(part)
      part = ''
      // The space at its beginning.
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
