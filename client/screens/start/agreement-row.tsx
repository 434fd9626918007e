import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call, type ListedAgreement } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { DeletedSoon } from '../privacy/deleted-soon.tsx'
import { needsAttention } from './filter-agreements.ts'
import { formatMoment } from './format-moment.ts'
import { statusWord } from './my-agreements.tsx'

type RowProps = {
  agreement: ListedAgreement
  /** It was put away, or taken back. */
  onMoved: (id: string, archived: boolean, title: string) => void
}

/** One agreement in the list: its name, its parties, what there is to see to, and its state. */
export function AgreementRow({ agreement, onMoved }: RowProps) {
  const { start, everywhere } = useText()
  const { language } = useLanguage()
  const title = agreement.title === '' ? everywhere.untitled : agreement.title
  const names = agreement.partyNames.filter((name) => name !== '')
  return (
    <li className="hs-start__row">
      <div className="hs-start__about">
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
        {needsAttention(agreement) ? <ToSeeTo agreement={agreement} /> : null}
        {agreement.readable ? null : <Callout kind="attention">{start.mine.unreadable}</Callout>}
      </div>
      <div className="hs-soft hs-start__facts">
        {agreement.status === null ? null : <span>{statusWord(agreement.status, everywhere)}</span>}
        {agreement.updatedAt === null ? null : (
          <span>{start.mine.changed(formatMoment(agreement.updatedAt, language, new Date()))}</span>
        )}
        <DeletedSoon deletesAt={agreement.deletesAt} />
        {agreement.canOpen || !agreement.readable ? null : <span>{start.mine.needsConnection}</span>}
        {agreement.role === 'facilitator' ? <PutAway {...{ agreement, title, onMoved }} /> : null}
      </div>
    </li>
  )
}

function ToSeeTo({ agreement: { attention } }: { agreement: ListedAgreement }) {
  const { start } = useText()
  const { waiting, absentParties, emptyFacts, toSolve } = attention
  // A party without a name is an empty fact, and told as one.
  const absent = absentParties.filter((name) => name !== '')
  const points = [
    ...(waiting > 0 ? [start.mine.waiting(waiting)] : []),
    ...(absent.length > 0 ? [start.mine.absent(absent.join(', '))] : []),
    ...(emptyFacts > 0 ? [start.mine.emptyFacts(emptyFacts)] : []),
    ...(toSolve > 0 ? [start.mine.toSolve(toSolve)] : []),
  ]
  return (
    <ul className="hs-start__points">
      {points.map((point) => (
        <li key={point}>
          <Icon name="attention" size={18} />
          <span>{point}</span>
        </li>
      ))}
    </ul>
  )
}

function PutAway({ agreement, title, onMoved }: RowProps & { title: string }) {
  const { mine } = useText().start
  const { id, archived } = agreement
  const change = useAction(
    () => call(endpoints.archiveAgreement, { params: { id }, body: { archived: !archived } }),
    () => onMoved(id, !archived, title),
  )
  return (
    <>
      <Button
        look="quiet"
        isBusy={change.isBusy}
        aria-label={archived ? mine.unarchiveNamed(title) : mine.archiveNamed(title)}
        onPress={() => change.run(undefined)}
      >
        {archived ? mine.unarchive : mine.archive}
      </Button>
      {change.failure === null ? null : <Failure failure={change.failure} />}
    </>
  )
}
