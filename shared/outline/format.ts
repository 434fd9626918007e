/**
 * Dates, amounts and numbers as Dutch prose writes them. The text of an agreement is Dutch, whatever language the screen
 * has, so the locale is fixed here.
 */
const LOCALE = 'nl-NL'
const dates = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const cents = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const decimals = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 })
const lists = new Intl.ListFormat(LOCALE, { type: 'conjunction', style: 'long' })

/** `2027-03-01` → "1 maart 2027". A text that is no date comes back as it is. */
export function formatDate(isoDate: string): string {
  const day = new Date(`${isoDate}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? isoDate : dates.format(day)
}

/** Of the Dutch clock, wherever it is drawn: who reads the paper knows no other. */
const clock = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

/** `2027-03-01T13:05:00Z` → "1 maart 2027, 14.05 uur". A text that is no moment comes back as it is. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const parts = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${parts.day} ${parts.month} ${parts.year}, ${parts.hour}.${parts.minute} uur`
}

const months = Array.from({ length: 12 }, (_, month) => {
  const parts = dates.formatToParts(Date.UTC(2000, month, 1))
  return parts.find(({ type }) => type === 'month')?.value
})

/** "1 maart 2027" → `2027-03-01`: what `formatDate` made of a day; null for every other text. */
export function maybeDate(text: string): string | null {
  const [day = '', name, year = ''] = text.split(' ')
  const iso = `${year.padStart(4, '0')}-${twoDigits(months.indexOf(name) + 1)}-${day.padStart(2, '0')}`
  return formatDate(iso) === text && text !== iso ? iso : null
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** 1250 → "€ 1.250,00". */
export function formatMoney(amount: number): string {
  return `€ ${formatAmount(amount)}`
}

/** 1250 → "1.250,00", where the sentence has the currency already. */
export function formatAmount(amount: number): string {
  return cents.format(amount)
}

/** 1250.5 → "1.250,5". */
export function formatNumber(value: number): string {
  return decimals.format(value)
}

/** A year has no thousands mark: 2026 → "2026". */
export function formatYear(year: number): string {
  return String(year)
}

/** `['a', 'b', 'c']` → "a, b en c". */
export function formatList(items: readonly string[]): string {
  return lists.format(items)
}
