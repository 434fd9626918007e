/** Amounts of one year with where they come from; field names as in `norms` of an agreement. */
export type YearNorms = {
  year: number
  volunteerHour: number
  volunteerMonth: number
  volunteerYear: number
  minimumWagePerHour: number | null
  heavyWorkHoursPerMonth: number
}

/**
 * What an administrator can set: yearly amounts, limits and word lists. `templates/catalog/norms.yaml` holds them; the
 * catalogue's `norms` is of this form.
 */
export type AdviceSettings = {
  years: readonly YearNorms[]
  limits: { lightAccountabilityBelow: number; meetingsPerYear: number }
  plainLanguage: PlainLanguage
}

export type PlainLanguage = {
  maxAverageSentenceWords: number
  maxSentenceWords: number
  formalWords: readonly string[]
  outdatedTerms: readonly { term: string; instead: string }[]
}

/** The norms of a year; of the latest known year when that one is not known or not chosen. Throws without any year. */
export function normsOf(year: number | null, settings: AdviceSettings): YearNorms {
  const latest = settings.years.toSorted((a, b) => b.year - a.year)[0]
  if (!latest) throw new RangeError('normsOf: the settings have no year')
  return settings.years.find((each) => each.year === year) ?? latest
}

/** The minimum wage of a year, else the latest one known; null when none is. */
export function minimumWageOf(year: number | null, settings: AdviceSettings): number | null {
  const known = settings.years.filter((each) => each.minimumWagePerHour !== null)
  const latest = known.toSorted((a, b) => b.year - a.year)[0]
  return (known.find((each) => each.year === year) ?? latest)?.minimumWagePerHour ?? null
}
