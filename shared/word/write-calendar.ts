/** A day in somebody's calendar. */
export type CalendarDay = {
  /** Never used for another day; made of ids. */
  uid: string
  /** `YYYY-MM-DD` */
  day: string
  summary: string
  description: string
  url: string
}

/** What the file says of itself. */
export type CalendarProperties = { name: string; language: string; stamp: Date }

/** Longest line in octets, without its end. RFC 5545, section 3.1. */
const LINE = 75

/**
 * Days as a calendar file (RFC 5545): one event of a whole day each, that keeps nobody busy. Events and not to-dos (`VTODO`), because the
 * calendars that people have at work take no to-dos from a file. Throws a RangeError without any day: the standard wants one at least.
 */
export function writeCalendar(days: readonly CalendarDay[], properties: CalendarProperties): string {
  if (days.length === 0) throw new RangeError('writeCalendar: a calendar has one day at least')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Handslag//Handslag//NL',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textValue(properties.name)}`,
    ...days.flatMap((day) => eventLines(day, properties)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarDay, { stamp, language }: CalendarProperties): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(event.uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART;VALUE=DATE:${basic(event.day)}`,
    `DTEND;VALUE=DATE:${basic(dayAfter(event.day))}`,
    `SUMMARY;LANGUAGE=${language}:${textValue(event.summary)}`,
    `DESCRIPTION;LANGUAGE=${language}:${textValue(event.description)}`,
    `URL:${event.url.replace(/[\r\n]/g, '')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const basic = (day: string) => day.replaceAll('-', '')

const utc = (moment: Date) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** The end of a whole day is the next one (section 3.6.1). */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** What a text may not hold: control characters but the tab (section 3.3.11), and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A text with its signs of meaning escaped (section 3.3.11). */
function textValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

const octets = new TextEncoder()

/** A long line goes on in lines that begin with a space; no character is split (section 3.1). */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let size = 0
  for (const sign of line) {
    const length = octets.encode(sign).length
    // The space in front of a line that goes on counts.
    if (size + length > (lines.length === 0 ? LINE : LINE - 1)) {
      lines.push(current)
      current = ''
      size = 0
    }
    current += sign
    size += length
  }
  lines.push(current)
  return lines.join('\r\n ')
}
