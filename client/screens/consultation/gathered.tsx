import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { PartyRound } from '../../../shared/protocol/endpoints-consultation.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { OutlineEntry } from '../agreement/overview-of.ts'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { dayOf } from '../reading/day-of.ts'
import { groupsOf, type RemarkGroup } from './groups-of.ts'

type Props = {
  agreementId: string
  round: PartyRound
  partyName: string
  entries: readonly OutlineEntry[]
  refresh: () => void
}

/** What a support base said, per article; and the party's choice whether the others may read it. */
export function Gathered({ agreementId, round, partyName, entries, refresh }: Props) {
  const { remarks: words } = useText().consultation
  return (
    <section className="hs-round__part" aria-labelledby="remarks">
      <h2 id="remarks">{words.heading}</h2>
      <p className="hs-soft">{words.of(partyName)}</p>
      {round.mayShare ? <Sharing agreementId={agreementId} round={round} refresh={refresh} /> : null}
      {round.remarks === null ? (
        <p>{words.private(partyName)}</p>
      ) : round.remarks.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.count(round.remarks.length)}</p>
          {groupsOf(round.remarks, entries).map((group) => (
            <Group key={group.key} agreementId={agreementId} group={group} round={round} />
          ))}
        </>
      )}
    </section>
  )
}

function Sharing({ agreementId, round, refresh }: Pick<Props, 'agreementId' | 'round' | 'refresh'>) {
  const { remarks: words } = useText().consultation
  const { partyId, isShared } = round
  const choosing = useAction(
    (wanted: boolean) =>
      call(endpoints.shareRemarks, { params: { id: agreementId }, body: { partyId, isShared: wanted } }),
    refresh,
  )
  return (
    <div className="hs-round__share">
      <Checkbox isSelected={isShared} isDisabled={choosing.isBusy} onChange={choosing.run}>
        {words.share}
      </Checkbox>
      <p className="hs-soft">{isShared ? words.sharedHelp : words.shareHelp}</p>
      {choosing.failure === null ? null : <Failure failure={choosing.failure} />}
    </div>
  )
}

type GroupProps = { agreementId: string; group: RemarkGroup; round: PartyRound }

function Group({ agreementId, group, round }: GroupProps) {
  const { remarks: words } = useText().consultation
  const { language } = useLanguage()
  const labelOf = (roundId: string) => round.rounds.find(({ id }) => id === roundId)?.label ?? ''
  return (
    <div className="hs-round__group">
      <h3 lang={group.heading === null ? undefined : 'nl'} dir="auto">
        <GroupName agreementId={agreementId} group={group} />
      </h3>
      <ul>
        {group.remarks.map(({ id, text, at, roundId }) => (
          <li key={`${roundId} ${id}`} className="hs-round__remark">
            <p dir="auto">{text}</p>
            <p className="hs-soft">
              {[dayOf(at, language), labelOf(roundId) && words.via(labelOf(roundId))]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function GroupName({ agreementId, group: { key, heading, isHere } }: Omit<GroupProps, 'round'>) {
  const { remarks: words } = useText().consultation
  if (heading === null) return words.whole
  if (!isHere) return words.gone(heading)
  return <Link href={`/agreements/${encodeURIComponent(agreementId)}#${key}`}>{heading}</Link>
}
