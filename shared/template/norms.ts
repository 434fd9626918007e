import type { Catalog, YearNorms } from './catalog.ts'

/**
 * The yearly amounts that count on a day (ISO date): those of its year, else of the latest year before it, else the
 * earliest known. Amounts of a year to come are often not known when an agreement is made.
 */
export function normsFor(catalog: Catalog, day: string): YearNorms {
  const year = Number(day.slice(0, 4))
  const byYear = catalog.norms.years.toSorted((a, b) => a.year - b.year)
  const norms = byYear.findLast((each) => each.year <= year) ?? byYear[0]
  if (!norms) throw new RangeError('normsFor: a catalogue has at least one year')
  return norms
}
