import type { Language } from '../../../text/index.ts'

export type MomentWords = { today: string; yesterday: string }

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** A moment as people say it: "vandaag 14.05", "dinsdag 24 november 21.10", "3 maart 2025 9.30". What is no date comes back as it is. */
export function sayMoment(iso: string, words: MomentWords, language: Language, now: Date): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return `${sayDay(moment, words, language, now)} ${sayTime(moment, language)}`
}

function sayDay(moment: Date, words: MomentWords, language: Language, now: Date): string {
  const yesterday = new Date(now)
  yesterday.setDate(now.getDate() - 1)
  if (isSameDay(moment, now)) return words.today
  if (isSameDay(moment, yesterday)) return words.yesterday
  const isThisYear = moment.getFullYear() === now.getFullYear()
  return formatsOf(language)[isThisYear ? 'thisYear' : 'earlier'].format(moment)
}

type Formats = Record<'thisYear' | 'earlier' | 'time', Intl.DateTimeFormat>

/** To make a format takes far longer than to use it, and long lists say a moment in every row. */
const formats = new Map<Language, Formats>()

function formatsOf(language: Language): Formats {
  const known = formats.get(language)
  if (known) return known
  const format = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALES[language], parts)
  const made = {
    thisYear: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    earlier: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    time: format({ hour: 'numeric', minute: '2-digit' }),
  }
  formats.set(language, made)
  return made
}

const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString()

/** Dutch writes a full stop between hours and minutes. */
export function sayTime(moment: Date, language: Language): string {
  const time = formatsOf(language).time.format(moment)
  return language === 'nl' ? time.replace(':', '.') : time
}
