import { useState } from 'react'
import { callParty } from '../../../shared/outline/parties.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { CopyLink } from '../agreement/copy-link.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { useAdvice, useAdviceNow } from './use-advice.ts'

/** For an advice that asks somebody to write along: the link of that party, at hand. */
export function InviteAlong({ partyIds }: { partyIds: readonly string[] }) {
  const { agreement, advice } = useText()
  const { you } = useAdvice()
  const { body } = useAdviceNow()
  if (you.role !== 'facilitator') return <p>{agreement.share.notYou}</p>
  return (
    <div className="hs-advice__fields">
      <p>{advice.invite.lead}</p>
      {body.parties
        .filter(({ id }) => partyIds.includes(id))
        .map(({ id }) => (
          <PartyLink key={id} partyId={id} />
        ))}
    </div>
  )
}

function PartyLink({ partyId }: { partyId: string }) {
  const { share } = useText().agreement
  const { agreementId } = useAdvice()
  const { body } = useAdviceNow()
  const { catalog } = useForms()
  const [url, setUrl] = useState<string | null>(null)
  const making = useAction(
    (id: string) =>
      call(endpoints.invite, { params: { id: agreementId }, body: { partyId: id, role: 'writer' } }),
    (made) => setUrl(made.url),
  )
  const party = body.parties.find(({ id }) => id === partyId)
  const name = party ? callParty(party, catalog) : ''
  if (url !== null)
    return <CopyLink label={share.forParty(name)} copyLabel={share.copyFor(name)} url={url} isNew />
  return (
    <>
      <Button icon="share" isBusy={making.isBusy} onPress={() => making.run(partyId)}>
        {share.makeFor(name)}
      </Button>
      {making.failure === null ? null : <Failure failure={making.failure} />}
    </>
  )
}
