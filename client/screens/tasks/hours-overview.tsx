import { hoursPerParty, type PartyHours } from '../../../shared/agreement/workload.ts'
import { formatNumber } from '../../../shared/outline/format.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { hoursSentences } from './hours-sentences.ts'
import { useTaskFacts } from './open-tasks.ts'
import { OverviewTable } from './overview-table.tsx'
import { PartyNames } from './party-names.tsx'
import { partyName } from './task-words.ts'

/**
 * What the tasks ask of each party beside what it has and what is paid. Each stands by itself, on a scale of its own: nobody is set
 * beside another.
 */
export function HoursOverview() {
  const { overview, hours } = useText().tasks
  const { catalog } = useForms()
  const body = useTaskFacts()
  const parties = hoursPerParty(body)
  return (
    <section className="hs-tasks__cluster" aria-labelledby="hours">
      <h2 id="hours">{overview.hours}</h2>
      <p>{hours.intro}</p>
      {parties.map((party) => (
        <div key={party.partyId} className="hs-tasks__part" data-hours-of={party.partyId}>
          <h3>
            <PartyNames partyIds={[party.partyId]} />
          </h3>
          <CapacityBar hours={party} />
          <ul className="hs-tasks__sentences">
            {hoursSentences(party, hours).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
      <OverviewTable
        caption={hours.table}
        columns={[
          { key: 'party', label: overview.party },
          { key: 'month', label: hours.perMonth, isNumber: true },
          { key: 'capacity', label: hours.capacity, isNumber: true },
          { key: 'paid', label: hours.paidPerMonth, isNumber: true },
          { key: 'volunteer', label: hours.volunteerPerMonth, isNumber: true },
        ]}
        rows={parties.map((party) => ({
          key: party.partyId,
          cells: [
            partyName(party.partyId, body, catalog),
            formatNumber(party.hoursLed),
            party.capacity === null ? overview.notSaid : formatNumber(party.capacity),
            formatNumber(party.paidHours),
            formatNumber(party.allowanceHours),
          ],
        }))}
      />
    </section>
  )
}

function CapacityBar({ hours: { hoursLed, capacity } }: { hours: PartyHours }) {
  const { hours } = useText().tasks
  if (capacity === null || capacity <= 0) return null
  const whole = Math.max(capacity, hoursLed)
  return (
    <div
      className="hs-capacity"
      role="img"
      aria-label={hours.bar(formatNumber(hoursLed), formatNumber(capacity))}
    >
      <span className="hs-capacity__led" style={{ width: `${(hoursLed / whole) * 100}%` }} />
      <span className="hs-capacity__limit" style={{ insetInlineStart: `${(capacity / whole) * 100}%` }} />
    </div>
  )
}
