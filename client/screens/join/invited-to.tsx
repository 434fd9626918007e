import type { z } from 'zod'
import type { endpoints } from '../../../shared/protocol/endpoints.ts'
import { useText } from '../../text/index.ts'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'

export type Invited = (typeof endpoints.seeInvitation)['success']['body']

/** What a link is for: the agreement, and the party one takes part for. */
export function InvitedTo({ invited }: { invited: z.output<Invited> }) {
  const { join, everywhere } = useText()
  const canWrite = invited.role === 'facilitator' || invited.role === 'writer'
  const others = invited.parties.filter(({ id, name }) => id !== invited.partyId && name !== '')
  return (
    <>
      <h1>{canWrite ? join.heading : join.headingReader}</h1>
      <dl className="hs-join__facts">
        <div>
          <dt>{join.forAgreement}</dt>
          <dd lang="nl">{invited.title === '' ? everywhere.untitled : invited.title}</dd>
        </div>
        {invited.partyId === null ? null : <OwnParty invited={invited} partyId={invited.partyId} />}
        {others.length === 0 ? null : (
          <div>
            <dt>{join.otherParties}</dt>
            <dd>{others.map(({ name }) => name).join(', ')}</dd>
          </div>
        )}
      </dl>
      {invited.partyId === null && invited.role === 'facilitator' ? <p>{join.forFacilitator}</p> : null}
    </>
  )
}

function OwnParty({ invited, partyId }: { invited: z.output<Invited>; partyId: string }) {
  const { join, everywhere } = useText()
  const name = invited.partyName ?? ''
  const place = invited.parties.findIndex(({ id }) => id === partyId)
  return (
    <div>
      <dt>{join.forParty}</dt>
      <dd className="hs-join__party">
        <PartyMark index={Math.max(0, place)} initial={initialOf(name)} />
        <span>{name === '' ? everywhere.unnamedParty : name}</span>
      </dd>
    </div>
  )
}
