import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { PartyRound, Round } from '../../../shared/protocol/endpoints-consultation.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { CopyLink } from '../agreement/copy-link.tsx'
import { QrCode } from '../agreement/qr-code.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { dayOf } from '../reading/day-of.ts'
import '../agreement/share.css'

const WEEKS = [1, 2, 3, 4] as const

/** The end of the day so many weeks from now: what is said is "tot en met" that day. */
function endOfDayIn(weeks: number): string {
  const day = new Date()
  day.setDate(day.getDate() + weeks * 7)
  day.setHours(23, 59, 59, 0)
  return day.toISOString()
}

type Props = {
  agreementId: string
  round: PartyRound
  /** The link that was made on this page; null without one. */
  url: string | null
  onMade: (url: string) => void
  refresh: () => void
}

/** Making reading links for a support base, and closing them. */
export function ReadingLinks({ agreementId, round, url, onMade, refresh }: Props) {
  const { links } = useText().consultation
  /** What was made here, and not before another party was chosen: the focus goes there. */
  const [newest, setNewest] = useState<string | null>(null)
  const made = (link: string) => {
    setNewest(link)
    onMade(link)
  }
  return (
    <section className="hs-round__part" aria-labelledby="links">
      <h2 id="links">{links.heading}</h2>
      <p>{links.lead}</p>
      <MakeLink agreementId={agreementId} partyId={round.partyId} onMade={made} />
      {url === null ? null : <ReadyLink key={url} url={url} isNew={url === newest} />}
      {round.rounds.length === 0 ? null : (
        <>
          <h3 id="made">{links.list}</h3>
          <ul className="hs-round__links" aria-labelledby="made">
            {round.rounds.toReversed().map((each) => (
              <KnownLink key={each.id} agreementId={agreementId} round={each} refresh={refresh} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

type MakeProps = { agreementId: string; partyId: string; onMade: (url: string) => void }

function MakeLink({ agreementId, partyId, onMade }: MakeProps) {
  const { links } = useText().consultation
  const [label, setLabel] = useState('')
  const [weeks, setWeeks] = useState('4')
  const making = useAction(
    () =>
      call(endpoints.openRound, {
        params: { id: agreementId },
        body: { partyId, label, expiresAt: endOfDayIn(Number(weeks)) },
      }),
    (made) => {
      setLabel('')
      onMade(made.url)
    },
  )
  return (
    <form
      className="hs-round__make"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        making.run(undefined)
      }}
    >
      <TextField label={links.name} help={links.nameHelp} value={label} onChange={setLabel} maxLength={100} />
      <Select
        label={links.until}
        options={WEEKS.map((count) => ({ key: String(count), label: links.weeks(count) }))}
        value={weeks}
        onChange={setWeeks}
      />
      {making.failure === null ? null : <Failure failure={making.failure} />}
      <Button look="primary" icon="plus" type="submit" isBusy={making.isBusy}>
        {making.isBusy ? links.making : links.make}
      </Button>
    </form>
  )
}

function ReadyLink({ url, isNew }: { url: string; isNew: boolean }) {
  const { links } = useText().consultation
  const [isShown, setShown] = useState(false)
  return (
    <div className="hs-round__ready">
      <h3>{links.ready}</h3>
      <div className="hs-share__ready">
        <CopyLink label={links.ready} copyLabel={links.copy} url={url} isNew={isNew} note={links.once} />
        <Button look="quiet" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
          {isShown ? links.hideQr : links.showQr}
        </Button>
        {isShown ? <QrCode text={url} label={links.qr} /> : null}
      </div>
    </div>
  )
}

function KnownLink({
  agreementId,
  round,
  refresh,
}: {
  agreementId: string
  round: Round
  refresh: () => void
}) {
  const { links } = useText().consultation
  const { language } = useLanguage()
  const closing = useAction(
    () => call(endpoints.closeRound, { params: { id: agreementId, roundId: round.id } }),
    refresh,
  )
  const name = round.label || links.unnamed
  const isOpen = round.closedAt === null && Date.parse(round.expiresAt) > Date.now()
  const state = isOpen
    ? links.open(dayOf(round.expiresAt, language))
    : round.closedAt === null
      ? links.over
      : links.closed
  return (
    <li className="hs-round__link">
      <div>
        <p className="hs-round__link-name" dir="auto">
          {name}
        </p>
        <p className="hs-soft">
          {state}; {links.used(round.uses, round.remarks)}
        </p>
      </div>
      {isOpen ? (
        <Button
          isBusy={closing.isBusy}
          aria-label={links.closeFor(name)}
          onPress={() => closing.run(undefined)}
        >
          {links.close}
        </Button>
      ) : null}
      {closing.failure === null ? null : <Failure failure={closing.failure} />}
    </li>
  )
}
