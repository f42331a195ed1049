/** A strict reader of iCalendar (RFC 5545): throws at whatever a careful program could stumble over. */

export type Properties = Map<string, string>

/** Content lines, unfolded, with their name in upper case; parameters stay with the value’s name. */
function contentLines(text: string): [string, string][] {
  if (!text.endsWith('\r\n')) throw new Error('the last line doesn’t end')
  if (/(^|[^\r])\n|\r(?!\n)/.test(text)) throw new Error('a line ends without CRLF')
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`)
  if (text.includes('\uFFFD')) throw new Error('a letter was cut in two')
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      const match = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line)
      if (!match) throw new Error(`no content line: ${line}`)
      return [match[1] ?? '', match[2] ?? '']
    })
}

const plain = new Set(['SUMMARY', 'UID', 'NAME', 'X-WR-CALNAME'])

function valueOf(name: string, value: string): string {
  if (!plain.has(name)) return value
  if (/(^|[^\\])(\\\\)*[;,]/.test(value)) throw new Error(`not escaped: ${value}`)
  return value.replaceAll(/\\([\\;,nN])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one))
}

/** The properties of the calendar itself, and of each of its events. */
export function readCalendar(text: string): { calendar: Properties; events: Properties[] } {
  const lines = contentLines(text)
  const calendar: Properties = new Map()
  const events: Properties[] = []
  if (lines.shift()?.join(':') !== 'BEGIN:VCALENDAR') throw new Error('it begins otherwise')
  if (lines.pop()?.join(':') !== 'END:VCALENDAR') throw new Error('it ends otherwise')
  let open: Properties | null = null
  for (const [name, value] of lines) {
    if (name === 'BEGIN') {
      if (value !== 'VEVENT' || open) throw new Error(`BEGIN:${value}`)
      open = new Map()
    } else if (name === 'END') {
      if (value !== 'VEVENT' || !open) throw new Error(`END:${value}`)
      for (const needed of ['UID', 'DTSTAMP', 'DTSTART'])
        if (!open.has(needed)) throw new Error(`an event without ${needed}`)
      for (const moment of ['DTSTAMP', 'DTSTART'])
        if (!/^\d{8}T\d{6}Z$/.test(open.get(moment) ?? '')) throw new Error(`${moment} isn’t UTC`)
      if (!/^\d+$/.test(open.get('SEQUENCE') ?? '0')) throw new Error('SEQUENCE is no number')
      events.push(open)
      open = null
    } else {
      const where = open ?? calendar
      if (where.has(name)) throw new Error(`${name} twice`)
      where.set(name, valueOf(name, value))
    }
  }
  if (open) throw new Error('an event without its end')
  for (const needed of ['VERSION', 'PRODID'])
    if (!calendar.has(needed)) throw new Error(`a calendar without ${needed}`)
  const uids = events.map((event) => event.get('UID'))
  if (new Set(uids).size !== uids.length) throw new Error('two events of one UID')
  return { calendar, events }
}
