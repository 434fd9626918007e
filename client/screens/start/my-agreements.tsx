import type { z } from 'zod'
import { AGREEMENT_STATUSES } from '../../../shared/agreement/record.ts'
import type { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type TextTable, useLanguage, useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { formatMoment } from './format-moment.ts'

type Listed = z.output<(typeof endpoints.listAgreements)['success']['body']>
export type AgreementSummary = Listed['agreements'][number]

/** The agreements that this person takes part in. */
export function MyAgreements({ agreements }: { agreements: readonly AgreementSummary[] }) {
  const { start } = useText()
  return (
    <section className="hs-start__part" aria-labelledby="mine">
      <h2 id="mine">{start.mine.heading}</h2>
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

function Row({ agreement }: { agreement: AgreementSummary }) {
  const { start, everywhere } = useText()
  const { language } = useLanguage()
  const title = <b>{agreement.title === '' ? everywhere.untitled : agreement.title}</b>
  const names = agreement.partyNames.filter((name) => name !== '')
  return (
    <li className="hs-start__row">
      <div>
        {agreement.readable ? (
          <Link href={`/agreements/${encodeURIComponent(agreement.id)}`}>{title}</Link>
        ) : (
          title
        )}
        <p>{names.length === 0 ? start.mine.noParties : `${start.mine.parties} ${names.join(', ')}`}</p>
        {agreement.readable ? null : <Callout kind="attention">{start.mine.unreadable}</Callout>}
      </div>
      <p className="hs-soft hs-start__facts">
        <span>{statusWord(agreement.status, everywhere)}</span>
        <span>{start.mine.changed(formatMoment(agreement.updatedAt, language, new Date()))}</span>
      </p>
    </li>
  )
}

/** The word of a status; a status that this client does not know is shown as it is. */
export function statusWord(status: string, everywhere: TextTable['everywhere']): string {
  const known = AGREEMENT_STATUSES.find((candidate) => candidate === status)
  return known === undefined ? status : everywhere.statuses[known]
}
