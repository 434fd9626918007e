import { NOTICE_DAYS } from '../../shared/protocol/endpoints-privacy.ts'
import { mayLead, type Participation } from './participation.ts'

/** How long agreements of a workspace are kept after their last change, and since when (ISO 8601) that is so; no months: for ever. */
export type RetentionTerm = { months: number | null; since: string | null }

const DAY = 24 * 60 * 60 * 1000

/**
 * When an agreement that changed last at a moment is deleted; null when it is kept for ever. Never within so many days after the term was set,
 * so that whoever leads it has had the warning that long.
 */
export function maybeDeletion(changedAt: Date, { months, since }: RetentionTerm): Date | null {
  if (months === null) return null
  const noticed = since === null ? 0 : Date.parse(since) + NOTICE_DAYS * DAY
  return new Date(Math.max(monthsLater(changedAt, months).getTime(), noticed))
}

/** The same day of a later month, or its last day when there is no such day. */
function monthsLater(from: Date, months: number): Date {
  const later = new Date(from)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  return later
}

/** Deleting an agreement is for who leads it. */
export function mayDelete(participation: Participation): boolean {
  return mayLead(participation)
}
