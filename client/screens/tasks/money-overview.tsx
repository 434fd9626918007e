import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { type LineWork, moneyPerParty, type PartyMoney } from '../../../shared/agreement/workload.ts'
import { formatMoney, formatNumber } from '../../../shared/outline/format.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { useTaskFacts, useTasksRoom } from './open-tasks.ts'
import { OverviewTable } from './overview-table.tsx'
import { PartyNames } from './party-names.tsx'
import { TaskLink } from './task-link.tsx'

/** What stands in the money article for each party, beside the tasks that are paid from it. */
export function MoneyOverview() {
  const { overview, money } = useText().tasks
  const { agreementId } = useTasksRoom()
  const body = useTaskFacts()
  return (
    <section className="hs-tasks__cluster" aria-labelledby="money">
      <h2 id="money">{overview.money}</h2>
      <p>{money.intro}</p>
      {moneyPerParty(body).map((party) => (
        <div key={party.partyId} className="hs-tasks__part" data-money-of={party.partyId}>
          <h3>{party.partyId === null ? money.noPartyLines : <PartyNames partyIds={[party.partyId]} />}</h3>
          <MoneyOf party={party} body={body} />
        </div>
      ))}
      <div className="hs-tasks__screen-only">
        <ButtonLink href={`/agreements/${encodeURIComponent(agreementId)}#financing.lines`}>
          {money.toMoney}
        </ButtonLink>
      </div>
    </section>
  )
}

function MoneyOf({ party, body }: { party: PartyMoney; body: AgreementBody }) {
  const { money } = useText().tasks
  return (
    <>
      {party.lines.length === 0 ? (
        <p className="hs-soft">{money.noLines}</p>
      ) : (
        <>
          <LinesTable lines={party.lines} body={body} />
          <p>{money.total(formatMoney(party.total))}</p>
        </>
      )}
      {party.tasksWithoutLine > 0 && party.lines.length > 0 ? (
        <p className="hs-soft">{money.without(party.tasksWithoutLine)}</p>
      ) : null}
    </>
  )
}

function LinesTable({ lines, body }: { lines: readonly LineWork[]; body: AgreementBody }) {
  const { money, overview } = useText().tasks
  const amount = (value: number | null) => (value === null ? overview.notSaid : formatMoney(value))
  return (
    <OverviewTable
      caption={overview.money}
      isCaptionHidden
      columns={[
        { key: 'line', label: money.line },
        { key: 'amount', label: money.amount, isNumber: true },
        { key: 'paid', label: money.hoursPaid, isNumber: true },
        { key: 'tasks', label: money.tasksWithLine },
        { key: 'asked', label: money.hoursAsked, isNumber: true },
        { key: 'cost', label: money.cost, isNumber: true },
      ]}
      rows={lines.map((line) => ({
        key: line.lineId,
        cells: [
          <LineName key="line" lineId={line.lineId} body={body} />,
          amount(line.amount),
          line.hoursPaid === null ? '' : formatNumber(line.hoursPaid),
          <LineTasks key="tasks" taskIds={line.taskIds} body={body} />,
          line.taskIds.length === 0 ? '' : formatNumber(line.hoursAsked),
          line.taskIds.length === 0 || line.cost === null ? '' : formatMoney(line.cost),
        ],
      }))}
    />
  )
}

function LineName({ lineId, body }: { lineId: string; body: AgreementBody }) {
  const { enums } = useForms().catalog.words
  const line = body.financing.lines.find(({ id }) => id === lineId)
  const kind = line?.kind ? enums.lineKind[line.kind] : ''
  return <span lang="nl">{[kind, line?.description].filter(Boolean).join(': ')}</span>
}

function LineTasks({ taskIds, body }: { taskIds: readonly string[]; body: AgreementBody }) {
  const { money } = useText().tasks
  const tasks = body.tasks.filter(({ id }) => taskIds.includes(id))
  if (tasks.length === 0) return <span className="hs-soft">{money.noTasks}</span>
  return (
    <ul className="hs-tasks__plain">
      {tasks.map((task) => (
        <li key={task.id}>
          <TaskLink task={task} />
        </li>
      ))}
    </ul>
  )
}
