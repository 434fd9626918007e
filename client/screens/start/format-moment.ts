import type { Language } from '../../text/index.ts'

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** A moment as people say it: the time when it was today, else the day. What is no date comes back as it is. */
export function formatMoment(iso: string, language: Language, now: Date): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const isToday = moment.toDateString() === now.toDateString()
  const format = new Intl.DateTimeFormat(
    LOCALES[language],
    isToday ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'long', year: 'numeric' },
  )
  return format.format(moment)
}
