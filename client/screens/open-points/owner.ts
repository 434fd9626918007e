import type { OpenPoint, PointOwner } from '../../../shared/protocol/endpoints-open-points.ts'
import type { TextTable } from '../../text/index.ts'
import { partyName } from '../agreement/people-list.tsx'
import type { OpenPointsRoom } from './open-points-room.ts'

type Known = Pick<OpenPointsRoom, 'parties' | 'people'>
export type OwnerKey = 'nobody' | `party:${string}` | `person:${string}`
export type OwnerOption = { key: OwnerKey; label: string }

/** An owner as one key to choose by. */
export function keyOf(owner: PointOwner | null): OwnerKey {
  if (owner === null) return 'nobody'
  return owner.kind === 'party' ? `party:${owner.partyId}` : `person:${owner.personId}`
}

/** The owner behind a key. */
export function ownerFrom(key: OwnerKey): PointOwner | null {
  if (key === 'nobody') return null
  const id = key.slice(key.indexOf(':') + 1)
  return key.startsWith('party:') ? { kind: 'party', partyId: id } : { kind: 'person', personId: id }
}

/** Everybody who can be chosen: nobody yet, the parties, the people with their party; and who has the point now, also when gone. */
export function ownerOptions(
  { parties, people }: Known,
  now: Pick<OpenPoint, 'owner' | 'ownerName'> | null,
  words: Pick<TextTable, 'openPoints' | 'everywhere'>,
): OwnerOption[] {
  const { openPoints, everywhere } = words
  const nameOf = (partyId: string | null) => {
    const party = parties.find(({ id }) => id === partyId)
    return party && partyName(party, everywhere.unnamedParty)
  }
  const options: OwnerOption[] = [
    { key: 'nobody', label: openPoints.nobody },
    ...parties.map((party) => ({
      key: `party:${party.id}` as const,
      label: partyName(party, everywhere.unnamedParty),
    })),
    ...people
      .filter(({ name }) => name !== '')
      .map(({ personId, name, partyId }) => {
        const party = nameOf(partyId)
        return { key: `person:${personId}` as const, label: party === undefined ? name : `${name}, ${party}` }
      }),
  ]
  const key = keyOf(now?.owner ?? null)
  if (options.some((option) => option.key === key)) return options
  return [...options, { key, label: ownerName(now, { parties }, words) || openPoints.nobody }]
}

/** How who does it is called; empty when nobody does yet. */
export function ownerName(
  point: Pick<OpenPoint, 'owner' | 'ownerName'> | null,
  { parties }: Pick<Known, 'parties'>,
  { everywhere, openPoints }: Pick<TextTable, 'openPoints' | 'everywhere'>,
): string {
  const owner = point?.owner ?? null
  if (owner === null) return ''
  if (owner.kind === 'person') return point?.ownerName || openPoints.someone
  const party = parties.find(({ id }) => id === owner.partyId)
  return party === undefined ? openPoints.goneParty : partyName(party, everywhere.unnamedParty)
}
