import type { Participation } from './participation.ts'

/** True for whoever speaks for a party in the factor scan: everyone it sent, but for those who came to read. */
function speaksForParty({ partyId, role }: Participation): boolean {
  return partyId !== null && role !== 'reader'
}

/** Parties that somebody writes for. Their scores are theirs alone. */
export function partiesWithWriter(participants: readonly Participation[]): Set<string> {
  return new Set(
    participants.flatMap(({ partyId, role }) => (partyId !== null && role === 'writer' ? [partyId] : [])),
  )
}

/**
 * The parties that somebody may score for: the own one, and whoever leads also those that nobody writes for, such as the own
 * organisation, or a party that filled it in on paper. Nobody speaks for a party that can speak for itself.
 */
export function partiesToScoreFor(
  participation: Participation,
  partyIds: readonly string[],
  participants: readonly Participation[],
): string[] {
  const withWriter = partiesWithWriter(participants)
  return partyIds.filter(
    (id) =>
      (speaksForParty(participation) && participation.partyId === id) ||
      (participation.role === 'facilitator' && !withWriter.has(id)),
  )
}

/** The parties whose scores somebody may see before they are opened: those to score for, and the own one. */
export function partiesToSee(
  participation: Participation,
  partyIds: readonly string[],
  participants: readonly Participation[],
): string[] {
  const own = partiesToScoreFor(participation, partyIds, participants)
  return partyIds.filter((id) => id === participation.partyId || own.includes(id))
}

/** Opening the scores before all are in, and letting parties score on, is for who leads the agreement. */
export function mayOpenScan(participation: Participation): boolean {
  return participation.role === 'facilitator'
}
