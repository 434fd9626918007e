import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { GatheredRemark, PartyRound } from '../../../shared/protocol/endpoints-consultation.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { OutlineEntry } from '../agreement/overview-of.ts'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { dayOf } from '../reading/day-of.ts'
import { groupsOf, type RemarkGroup } from './groups-of.ts'
import { RemoveRemark } from './remove-remark.tsx'

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
            <Group key={group.key} {...{ agreementId, group, round, refresh }} />
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

type GroupProps = { agreementId: string; group: RemarkGroup; round: PartyRound; refresh: () => void }

function Group({ agreementId, group, round, refresh }: GroupProps) {
  return (
    <div className="hs-round__group">
      <h3 lang={group.heading === null ? undefined : 'nl'} dir="auto">
        <GroupName agreementId={agreementId} group={group} />
      </h3>
      <ul>
        {group.remarks.map((remark) => (
          <Remark key={`${remark.roundId} ${remark.id}`} {...{ agreementId, remark, round, refresh }} />
        ))}
      </ul>
    </div>
  )
}

type RemarkProps = Omit<GroupProps, 'group'> & { remark: GatheredRemark }

function Remark({ agreementId, remark, round, refresh }: RemarkProps) {
  const { remarks: words } = useText().consultation
  const { language } = useLanguage()
  const label = round.rounds.find(({ id }) => id === remark.roundId)?.label ?? ''
  return (
    <li className="hs-round__remark">
      <p dir="auto">{remark.text}</p>
      <p className="hs-soft">
        {[dayOf(remark.at, language), label && words.via(label)].filter(Boolean).join(', ')}
      </p>
      {round.mayRemove ? <RemoveRemark {...{ agreementId, remark, refresh }} /> : null}
    </li>
  )
}

function GroupName({ agreementId, group: { key, heading, isHere } }: Omit<GroupProps, 'round' | 'refresh'>) {
  const { remarks: words } = useText().consultation
  if (heading === null) return words.whole
  if (!isHere) return words.gone(heading)
  return <Link href={`/agreements/${encodeURIComponent(agreementId)}#${key}`}>{heading}</Link>
}
