import type { Party } from '../../agreement/party.ts'
import type { Facts } from '../facts.ts'
import { type Check, when } from '../offence.ts'

/** When, where and how often people meet, and what they say to the outside. Domain pack, agreement.md 3.13. */
export const MEETING_CHECKS = {
  meet_at_their_place: (facts) => {
    const { meetings } = facts.body
    const places = meetings.map((meeting) => meeting.locationPartyId)
    const isTheirs = (place: string | null) => place === 'rotating' || facts.isMigrantOrganisation(place)
    const lacks = facts.migrantOrganisations.length > 0 && !places.some(isTheirs)
    const at = meetings.map(({ id }) => `meetings.${id}.locationPartyId`)
    return when(meetings.length > 0 && lacks, 'meetings', at, places)
  },

  regular_personal_contact: ({ body: { meetings } }) => {
    const coordinators = meetings.filter((meeting) => meeting.kind === 'coordinators')
    const saw = coordinators.map(({ format, frequencyPerYear }) => [format, frequencyPerYear])
    const meets = coordinators.some(
      ({ format, frequencyPerYear }) => format !== 'online' && (frequencyPerYear ?? 0) >= MEETINGS_A_YEAR,
    )
    return when(!meets, 'meetings', 'meetings', saw)
  },

  outside_office_hours: (facts) =>
    facts.migrantOrganisations
      .filter((party) => party.isVolunteerOrganisation)
      .flatMap((party) => {
        const always = alwaysWith(facts, party)
        const daytimeOnly = always.every(({ timeOfDay }) => timeOfDay === 'office_hours')
        const at = always.map(({ id }) => `meetings.${id}.timeOfDay`)
        return when(always.length > 0 && daytimeOnly, party.id, at, always.length)
      }),

  meeting_load: (facts) =>
    facts.parties
      .filter((party) => party.isVolunteerOrganisation)
      .flatMap((party) => {
        const always = alwaysWith(facts, party)
        const times = always.reduce((sum, { frequencyPerYear }) => sum + (frequencyPerYear ?? 0), 0)
        const at = always.map(({ id }) => `meetings.${id}.partyIdsAlways`)
        return when(times > facts.settings.limits.meetingsPerYear, party.id, at, times)
      }),

  ideas_protected: ({ body }) =>
    when(body.communication.ideasText.trim() === '', 'ideas_text', 'communication.ideasText'),
} satisfies Record<string, Check>

/** Coordinators see each other at least once a season. */
const MEETINGS_A_YEAR = 4

function alwaysWith({ body }: Facts, party: Party) {
  return body.meetings.filter((meeting) => meeting.partyIdsAlways.includes(party.id))
}
