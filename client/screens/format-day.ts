import type { Language } from '../text/index.ts'

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** The day of a moment as people write it: 1 maart 2027. What is no date comes back as it is. */
export function formatDay(iso: string, language: Language): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const parts = { day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(LOCALES[language], parts).format(moment)
}
