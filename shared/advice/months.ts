/**
 * Months from one ISO date to a later one, with the days as parts of 31. Domain pack, conditions.json, helpers:
 * whole months between equal days, and close enough between others for rules of thumb.
 */
export function monthsBetween(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = partsOf(from)
  const [toYear, toMonth, toDay] = partsOf(to)
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) + (toDay - fromDay) / 31
}

function partsOf(date: string): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

/** The day after an ISO date. */
export function dayAfter(date: string): string {
  const [year, month, day] = partsOf(date)
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)
}
