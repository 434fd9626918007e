import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { Failure } from '../failure.tsx'
import { type Invitation, rememberedInvitations, rememberInvitations } from '../invitations.ts'
import { useAction } from '../load.ts'
import { CopyLink } from './copy-link.tsx'
import type { PartyEntry } from './overview-of.ts'
import { partyName } from './people-list.tsx'
import { QrCode } from './qr-code.tsx'
import type { Around } from './workspace.tsx'
import './share.css'

type ShareProps = { around: Around; isOpen: boolean; onClose: () => void }

/** A link per party, so that who comes in writes on the right side. */
export function ShareDialog({ around, isOpen, onClose }: ShareProps) {
  const { agreement, everywhere } = useText()
  return (
    <Dialog title={agreement.share.heading} closeLabel={everywhere.close} isOpen={isOpen} onClose={onClose}>
      {around.you.role === 'facilitator' ? <Links around={around} /> : <p>{agreement.share.notYou}</p>}
    </Dialog>
  )
}

function Links({ around: { agreementId, overview } }: { around: Around }) {
  const { agreement, check } = useText()
  return (
    <div className="hs-share">
      <p>{agreement.share.lead}</p>
      {overview.parties.length === 0 ? <p>{agreement.share.noParties}</p> : null}
      <ul className="hs-share__list">
        {overview.parties.map((party) => (
          <PartyLink key={party.id} agreementId={agreementId} party={party} />
        ))}
        <PartyLink agreementId={agreementId} party={null} />
      </ul>
      <p className="hs-soft">{agreement.share.once}</p>
      <p>
        {check.before}{' '}
        <Link href="/verbinding" target="_blank">
          {check.link}
        </Link>
      </p>
    </div>
  )
}

function newestFor(agreementId: string, partyId: string | null): Invitation | null {
  return rememberedInvitations(agreementId).findLast((link) => link.partyId === partyId) ?? null
}

function PartyLink({ agreementId, party }: { agreementId: string; party: PartyEntry | null }) {
  const { agreement, everywhere } = useText()
  const partyId = party?.id ?? null
  const [link, setLink] = useState(() => newestFor(agreementId, partyId))
  const making = useAction(
    (role: 'facilitator' | 'writer') =>
      call(endpoints.invite, { params: { id: agreementId }, body: { partyId, role } }),
    (made) => {
      rememberInvitations(agreementId, [made])
      setLink(made)
    },
  )
  const name = party === null ? agreement.people.nobodyParty : partyName(party, everywhere.unnamedParty)
  const heading = party === null ? agreement.share.forFacilitator : agreement.share.forParty(name)
  return (
    <li className="hs-share__party">
      <h3 className="hs-share__name">
        {party === null ? (
          <Icon name="people" size={24} />
        ) : (
          <PartyMark index={party.index} initial={initialOf(name)} />
        )}
        {heading}
      </h3>
      {link === null ? (
        <Button
          icon="plus"
          isBusy={making.isBusy}
          aria-label={agreement.share.makeFor(name)}
          onPress={() => making.run(party === null ? 'facilitator' : 'writer')}
        >
          {making.isBusy ? agreement.share.making : agreement.share.make}
        </Button>
      ) : (
        <ReadyLink name={name} heading={heading} url={link.url} />
      )}
      {making.failure === null ? null : <Failure failure={making.failure} />}
    </li>
  )
}

function ReadyLink({ name, heading, url }: { name: string; heading: string; url: string }) {
  const { agreement } = useText()
  const [isShown, setShown] = useState(false)
  return (
    <div className="hs-share__ready">
      <CopyLink label={heading} name={name} url={url} />
      <Button look="quiet" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
        {isShown ? agreement.share.hideQr : agreement.share.showQr}
      </Button>
      {isShown ? <QrCode text={url} label={agreement.share.qr(name)} /> : null}
    </div>
  )
}
