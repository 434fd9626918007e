import type { AgreementBody } from '../agreement/agreement.ts'
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

/**
 * The amounts of an agreement that comes in from outside: its own, or when it brings none those of the year its budget is
 * in, of today when that is not said. The pack's examples have a year and no amounts.
 */
export function normsOf(
  body: Pick<AgreementBody, 'norms' | 'financing'>,
  catalog: Catalog,
  today: string,
): AgreementBody['norms'] {
  const { norms, financing } = body
  const brought = Object.values(norms).some((value) => value !== null)
  return brought
    ? norms
    : normsFor(catalog, financing.normYear === null ? today : `${financing.normYear}-01-01`)
}
