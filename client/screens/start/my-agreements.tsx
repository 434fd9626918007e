import { useEffect } from 'react'
import { AGREEMENT_STATUSES } from '../../../shared/agreement/record.ts'
import type { AgreementList, ListedAgreement } from '../../connection/index.ts'
import { type TextTable, useLanguage, useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { formatMoment } from './format-moment.ts'

type MineProps = { list: AgreementList; again: () => void }

/** The agreements that this person takes part in: of now, or as this device last saw them. */
export function MyAgreements({ list: { agreements, seenAt }, again }: MineProps) {
  const { start } = useText()
  return (
    <section className="hs-start__part" aria-labelledby="mine">
      <h2 id="mine">{start.mine.heading}</h2>
      {seenAt === null ? null : <LastSeen at={seenAt} again={again} />}
      {agreements.length === 0 ? (
        <p className="hs-soft">{start.mine.empty}</p>
      ) : (
        <ul className="hs-start__list">
          {agreements.map((agreement) => (
            <Row key={agreement.id} agreement={agreement} />
          ))}
        </ul>
      )}
    </section>
  )
}

function LastSeen({ at, again }: { at: string; again: () => void }) {
  const { start, everywhere } = useText()
  const { language } = useLanguage()
  useEffect(() => {
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [again])
  const when = at === '' ? '' : formatMoment(at, language, new Date())
  return (
    <Callout
      kind="attention"
      title={start.mine.offline}
      action={<Button onPress={again}>{everywhere.again}</Button>}
    >
      {start.mine.lastSeen(when)}
    </Callout>
  )
}

function Row({ agreement }: { agreement: ListedAgreement }) {
  const { start, everywhere } = useText()
  const { language } = useLanguage()
  const title = agreement.title === '' ? everywhere.untitled : agreement.title
  const names = agreement.partyNames.filter((name) => name !== '')
  return (
    <li className="hs-start__row">
      <div>
        {agreement.canOpen ? (
          <Link href={`/agreements/${encodeURIComponent(agreement.id)}`}>
            <b>{title}</b>
          </Link>
        ) : (
          <p className="hs-start__closed">
            <b>{title}</b>
          </p>
        )}
        <p>{names.length === 0 ? start.mine.noParties : `${start.mine.parties} ${names.join(', ')}`}</p>
        {agreement.readable ? null : <Callout kind="attention">{start.mine.unreadable}</Callout>}
      </div>
      <p className="hs-soft hs-start__facts">
        {agreement.status === null ? null : <span>{statusWord(agreement.status, everywhere)}</span>}
        {agreement.updatedAt === null ? null : (
          <span>{start.mine.changed(formatMoment(agreement.updatedAt, language, new Date()))}</span>
        )}
        {agreement.canOpen || !agreement.readable ? null : <span>{start.mine.needsConnection}</span>}
      </p>
    </li>
  )
}

/** The word of a status; a status that this client does not know is shown as it is. */
export function statusWord(status: string, everywhere: TextTable['everywhere']): string {
  const known = AGREEMENT_STATUSES.find((candidate) => candidate === status)
  return known === undefined ? status : everywhere.statuses[known]
}
