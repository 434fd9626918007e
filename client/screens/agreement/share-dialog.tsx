import { useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { KnownInvitation } from '../../../shared/protocol/participant.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Failure } from '../failure.tsx'
import { rememberedInvitations, rememberInvitations } from '../invitations.ts'
import { useAction } from '../load.ts'
import type { PartyEntry } from './overview-of.ts'
import { useParticipants } from './participants-now.ts'
import { partyName } from './people-list.tsx'
import { CloseAll } from './sharing/close-all.tsx'
import { LinkRow, OverLinks, Sign } from './sharing/link-row.tsx'
import { NewLink } from './sharing/new-link.tsx'
import { RoomCode } from './sharing/room-code.tsx'
import { isOpen as opens, useWaysIn, type WaysIn } from './sharing/ways-in.ts'
import type { Around } from './workspace.tsx'
import './share.css'

type ShareProps = { around: Around; isOpen: boolean; onClose: () => void }

/** A link per party, so that who comes in writes on the right side; and a code for the room. */
export function ShareDialog({ around, isOpen, onClose }: ShareProps) {
  const { agreement, everywhere } = useText()
  return (
    <Dialog title={agreement.share.heading} closeLabel={everywhere.close} isOpen={isOpen} onClose={onClose}>
      {around.you.role === 'facilitator' ? <Ways around={around} /> : <p>{agreement.share.notYou}</p>}
    </Dialog>
  )
}

function Ways({ around }: { around: Around }) {
  const { sharing } = useText()
  const { ways, failure, refresh } = useWaysIn(around.agreementId, useParticipants(around.agreementId))
  if (failure !== null) return <Failure failure={failure} again={refresh} />
  if (ways === null)
    return (
      <div className="hs-share" aria-busy="true">
        <p>{sharing.busy}</p>
        <Skeleton width="100%" height="4rem" />
        <Skeleton width="100%" height="4rem" />
      </div>
    )
  return <WaysReady around={around} ways={ways} refresh={refresh} />
}

type ReadyProps = { around: Around; ways: WaysIn; refresh: () => void }

function WaysReady({ around: { agreementId, overview }, ways, refresh }: ReadyProps) {
  const { agreement, sharing, check } = useText()
  const { parties } = overview
  /** The link that was made last in this dialog: the focus goes there, since the button that made it is gone. */
  const [newest, setNewest] = useState<string | null>(null)
  const onMade = (id: string) => {
    setNewest(id)
    refresh()
  }
  const [withdrawn, setWithdrawn] = useState<string | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  // The row goes with the button that was pressed: what came of it takes the focus.
  useEffect(() => {
    if (withdrawn !== null) said.current?.focus()
  }, [withdrawn])
  const now = new Date()
  const open = ways.invitations.filter((link) => opens(link, now))
  const over = ways.invitations.filter((link) => !opens(link, now))
  const without = parties.filter(({ id }) => !open.some(({ partyId }) => partyId === id))
  return (
    <div className="hs-share">
      <RoomCode agreementId={agreementId} roomCode={ways.roomCode} onChanged={refresh} />
      <section className="hs-share__part" aria-labelledby="links">
        <h3 id="links">{sharing.links.heading}</h3>
        <p>{agreement.share.lead}</p>
        {parties.length === 0 ? <p>{agreement.share.noParties}</p> : null}
        <ul className="hs-share__list">
          {inOrder(open, parties).map((link) => (
            <LinkRow
              key={link.id}
              agreementId={agreementId}
              link={link}
              url={maybeUrl(agreementId, link.id)}
              parties={parties}
              isNew={link.id === newest}
              onWithdrawn={(name) => {
                setWithdrawn(name)
                refresh()
              }}
            />
          ))}
          {without.map((party) => (
            <MissingLink key={party.id} agreementId={agreementId} party={party} onMade={onMade} />
          ))}
        </ul>
        <p ref={said} role="status" tabIndex={-1} className="hs-share__said">
          {withdrawn === null ? '' : sharing.links.revoked(withdrawn)}
        </p>
        <p className="hs-soft">{agreement.share.once}</p>
        <NewLink agreementId={agreementId} parties={parties} onMade={onMade} />
        <OverLinks links={over} parties={parties} />
      </section>
      <CloseAll
        agreementId={agreementId}
        hasOpen={open.length > 0 || ways.roomCode !== null}
        onClosed={refresh}
      />
      <p>
        {check.before}{' '}
        <Link href="/verbinding" target="_blank">
          {check.link}
        </Link>
      </p>
    </div>
  )
}

/** The server keeps a hash alone: this page can show only what it saw being made. */
function maybeUrl(agreementId: string, id: string): string | null {
  return rememberedInvitations(agreementId).find((link) => link.id === id)?.url ?? null
}

/** As the parties stand in the agreement, those of no party last. */
function inOrder(links: readonly KnownInvitation[], parties: readonly PartyEntry[]): KnownInvitation[] {
  const placeOf = ({ partyId }: KnownInvitation) => {
    const place = parties.findIndex(({ id }) => id === partyId)
    return place === -1 ? parties.length : place
  }
  return [...links].sort((one, other) => placeOf(one) - placeOf(other))
}

/** A party that nobody can come in for by a link. */
function MissingLink({
  agreementId,
  party,
  onMade,
}: {
  agreementId: string
  party: PartyEntry
  onMade: (id: string) => void
}) {
  const { agreement, everywhere } = useText()
  const making = useAction(
    () =>
      call(endpoints.invite, { params: { id: agreementId }, body: { partyId: party.id, role: 'writer' } }),
    (made) => {
      rememberInvitations(agreementId, [made])
      onMade(made.id)
    },
  )
  const name = partyName(party, everywhere.unnamedParty)
  return (
    <li className="hs-share__party">
      <h4 className="hs-share__name">
        <Sign party={party} name={name} />
        {agreement.share.forParty(name)}
      </h4>
      <Button
        icon="plus"
        isBusy={making.isBusy}
        aria-label={agreement.share.makeFor(name)}
        onPress={() => making.run(undefined)}
      >
        {making.isBusy ? agreement.share.making : agreement.share.make}
      </Button>
      {making.failure === null ? null : <Failure failure={making.failure} />}
    </li>
  )
}
