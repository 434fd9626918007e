import { type ReactNode, useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import type { KnownInvitation } from '../../../../shared/protocol/participant.ts'
import { call } from '../../../connection/index.ts'
import { useLanguage, useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { initialOf, PartyMark } from '../../../ui/party-mark.tsx'
import { Asked } from '../../asked.tsx'
import { Failure } from '../../failure.tsx'
import { useAction } from '../../load.ts'
import { formatMoment } from '../../start/format-moment.ts'
import { CopyLink } from '../copy-link.tsx'
import type { PartyEntry } from '../overview-of.ts'
import { partyName } from '../people-list.tsx'
import { QrCode } from '../qr-code.tsx'

type LinkRowProps = {
  agreementId: string
  link: KnownInvitation
  /** The address with its secret, when this page still knows it. */
  url: string | null
  parties: readonly PartyEntry[]
  /** It was made right now, in this dialog. */
  isNew: boolean
  /** Told the name of a link that was withdrawn. */
  onWithdrawn: (name: string) => void
}

/** One link that opens: what it is for, how long, how often, and taking it back. */
export function LinkRow({ agreementId, link, url, parties, isNew, onWithdrawn }: LinkRowProps) {
  const { agreement, sharing, everywhere } = useText()
  const party = parties.find(({ id }) => id === link.partyId)
  const forWhom =
    party === undefined ? agreement.people.nobodyParty : partyName(party, everywhere.unnamedParty)
  const heading = link.label || headingOf(link, forWhom, agreement.share, sharing.make.roles)
  return (
    <li className="hs-share__party">
      <h4 className="hs-share__name">
        <Sign party={party} name={forWhom} />
        {heading}
      </h4>
      <p className="hs-soft hs-share__facts">
        {factsOf(link, party === undefined ? null : forWhom, useWords())}
      </p>
      {url === null ? (
        <p className="hs-soft hs-share__facts">{sharing.links.notHere}</p>
      ) : (
        <ReadyLink
          name={link.label || (party === undefined ? null : forWhom)}
          heading={heading}
          url={url}
          isNew={isNew}
        />
      )}
      <Withdraw
        agreementId={agreementId}
        linkId={link.id}
        name={heading}
        onWithdrawn={() => onWithdrawn(heading)}
      />
    </li>
  )
}

type WithdrawProps = { agreementId: string; linkId: string; name: string; onWithdrawn: () => void }

/** Asks first: the link may be with a whole organisation, and does not come back. */
function Withdraw({ agreementId, linkId, name, onWithdrawn }: WithdrawProps) {
  const { sharing, everywhere } = useText()
  const { links } = sharing
  const [isAsking, setAsking] = useState<boolean | null>(null)
  const revoking = useAction(
    () => call(endpoints.revokeInvitation, { params: { id: agreementId, invitationId: linkId } }),
    onWithdrawn,
  )
  if (isAsking !== true)
    return (
      <Button
        look="quiet"
        icon="lock"
        autoFocus={isAsking === false}
        aria-label={links.revokeNamed(name)}
        onPress={() => setAsking(true)}
      >
        {links.revoke}
      </Button>
    )
  return (
    <Asked title={links.revokeAsk(name)}>
      <p>{links.revokeMeans}</p>
      <div className="hs-share__ways">
        <Button look="danger" isBusy={revoking.isBusy} onPress={() => revoking.run(undefined)}>
          {revoking.isBusy ? links.revoking : links.revokeYes}
        </Button>
        <Button look="quiet" onPress={() => setAsking(false)}>
          {everywhere.cancel}
        </Button>
      </div>
      {revoking.failure === null ? null : <Failure failure={revoking.failure} />}
    </Asked>
  )
}

/** The mark of a party; two people for a link of no party. */
export function Sign({ party, name }: { party: PartyEntry | undefined; name: string }): ReactNode {
  if (party === undefined) return <Icon name="people" size={24} />
  return <PartyMark index={party.index} initial={initialOf(name)} />
}

type Share = ReturnType<typeof useText>['agreement']['share']
type Roles = ReturnType<typeof useText>['sharing']['make']['roles']

/** A link without a name of its own goes by whom and what it is for; the usual one by its party alone. */
function headingOf({ partyId, role }: KnownInvitation, forWhom: string, share: Share, roles: Roles): string {
  if (partyId === null) return role === 'facilitator' ? share.forFacilitator : share.forRole(roles[role])
  return role === 'writer' ? share.forParty(forWhom) : `${share.forParty(forWhom)} (${roles[role]})`
}

function useWords() {
  const { sharing } = useText()
  const { language } = useLanguage()
  return { ...sharing, day: (iso: string) => formatMoment(iso, language, new Date()) }
}

/** In one line: for which party a link with a name is, how long it works, who came by it. */
function factsOf(link: KnownInvitation, forWhom: string | null, words: ReturnType<typeof useWords>): string {
  const { links, make, day } = words
  return [
    ...(link.label === ''
      ? []
      : [[forWhom, make.roles[link.role]].filter((part) => part !== null).join(', ')]),
    links.until(day(link.expiresAt)),
    link.uses === 0 ? links.notUsed : links.uses(link.uses),
    ...(link.askFirst ? [links.asksFirst] : []),
  ].join(' · ')
}

type ReadyProps = {
  /** A name of its own or that of its party; null: it goes by its heading. */
  name: string | null
  heading: string
  url: string
  isNew: boolean
}

function ReadyLink({ name, heading, url, isNew }: ReadyProps) {
  const { share } = useText().agreement
  const [isShown, setShown] = useState(false)
  const showOrHide = isShown ? share.hideQr : share.showQr
  return (
    <div className="hs-share__ready">
      <CopyLink
        label={heading}
        copyLabel={name === null ? share.copyNamed(heading) : share.copyFor(name)}
        url={url}
        isNew={isNew}
      />
      <Button
        look="quiet"
        aria-label={share.qrNamed(showOrHide, heading)}
        aria-expanded={isShown}
        onPress={() => setShown(!isShown)}
      >
        {showOrHide}
      </Button>
      {isShown ? <QrCode text={url} label={name === null ? share.qrOf(heading) : share.qr(name)} /> : null}
    </div>
  )
}

/** Links that open nothing any more, folded away: who came by which stays to be seen. */
export function OverLinks({
  links,
  parties,
}: {
  links: readonly KnownInvitation[]
  parties: readonly PartyEntry[]
}) {
  const { agreement, sharing, everywhere } = useText()
  const words = useWords()
  if (links.length === 0) return null
  return (
    <details className="hs-share__over">
      <summary>{sharing.links.over(links.length)}</summary>
      <ul>
        {links.map((link) => {
          const party = parties.find(({ id }) => id === link.partyId)
          const forWhom =
            party === undefined ? agreement.people.nobodyParty : partyName(party, everywhere.unnamedParty)
          const end =
            link.revokedAt === null
              ? sharing.links.expiredAt(words.day(link.expiresAt))
              : sharing.links.revokedAt(words.day(link.revokedAt))
          const heading = link.label || headingOf(link, forWhom, agreement.share, sharing.make.roles)
          const uses = link.uses === 0 ? sharing.links.notUsed : sharing.links.uses(link.uses)
          return <li key={link.id}>{[heading, end, uses].join(' · ')}</li>
        })}
      </ul>
    </details>
  )
}
