import { expect, test } from 'vitest'
import { type CalendarDay, writeCalendar } from '../../../shared/word/write-calendar.ts'
import { HOSTILE_TEXTS } from '../../support/hostile-text.ts'

const STAMP = new Date('2026-11-26T09:30:15.250Z')
const day = (change: Partial<CalendarDay> = {}): CalendarDay => ({
  uid: 'point-1.agreement-1@handslag',
  day: '2027-02-28',
  summary: 'Wie belt de school?',
  description: 'Wie belt de school?\nArtikel 3 Zo werken wij samen',
  url: 'https://handslag.example/agreements/a/open-punten',
  ...change,
})
const write = (days: readonly CalendarDay[], name = 'Open punten') =>
  writeCalendar(days, { name, language: 'nl', stamp: STAMP })

/** The lines as a reader of RFC 5545 joins them again (section 3.1). */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
/** A text value as a reader gets it (section 3.3.11). */
const readText = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
const textIn = (file: string, name: string) => {
  const line = unfolded(file).find((each) => each.startsWith(`${name}:`) || each.startsWith(`${name};`))
  return line === undefined ? null : readText(line.slice(line.indexOf(':') + 1))
}

test('a day is a whole-day event that keeps nobody busy and ends the next day, over the end of a month', () => {
  expect(unfolded(write([day()]))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Handslag//Handslag//NL',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Open punten',
    'BEGIN:VEVENT',
    'UID:point-1.agreement-1@handslag',
    'DTSTAMP:20261126T093015Z',
    'DTSTART;VALUE=DATE:20270228',
    'DTEND;VALUE=DATE:20270301',
    'SUMMARY;LANGUAGE=nl:Wie belt de school?',
    'DESCRIPTION;LANGUAGE=nl:Wie belt de school?\\nArtikel 3 Zo werken wij samen',
    'URL:https://handslag.example/agreements/a/open-punten',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('no line is longer than 75 octets and no character is split, whatever is written', () => {
  const long = `${'é'.repeat(37)}x${'👩‍👧 نريد '.repeat(40)}`
  const file = write([day({ summary: long, description: long })], long)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(file).not.toContain('\ufffd')
  expect(textIn(file, 'SUMMARY')).toBe(long)
})

test('every line ends with CRLF, and no other line break or control character is in the file', () => {
  const file = write([day({ summary: 'een\r\ntwee\u2028drie\u0000\u0007\u007f', url: 'https://a/\r\nX:1' })])
  expect(file.endsWith('\r\n')).toBe(true)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f]/)
  expect(textIn(file, 'SUMMARY')).toBe('een\ntwee\ndrie')
})

test.each(['a;b,c\\d', 'a\\nb', 'END:VEVENT\r\nBEGIN:VEVENT', ...HOSTILE_TEXTS])(
  'the text %j is read back as it was and makes no line of its own',
  (text) => {
    const file = write([day({ summary: text, description: text })], text)
    expect(textIn(file, 'SUMMARY')).toBe(text.replace(/\r\n/g, '\n'))
    expect(textIn(file, 'X-WR-CALNAME')).toBe(text.replace(/\r\n/g, '\n'))
    expect(unfolded(file).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(unfolded(file)).toHaveLength(17)
  },
)

test('half a character becomes the sign for what cannot be read', () => {
  expect(textIn(write([day({ summary: 'a\ud800b' })]), 'SUMMARY')).toBe('a\ufffdb')
})

test('a calendar without a day is misuse', () => {
  expect(() => write([])).toThrow(RangeError)
})
