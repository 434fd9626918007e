import type { Language } from '../../text/index.ts'
import { sayTime } from '../agreement/history/moment.ts'

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** A moment as people say it: the time when it was today, else the day. What is no date comes back as it is. */
export function formatMoment(iso: string, language: Language, now: Date): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  if (moment.toDateString() === now.toDateString()) return sayTime(moment, language)
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(moment)
}
