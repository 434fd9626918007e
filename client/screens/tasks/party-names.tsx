import { callParty } from '../../../shared/outline/parties.ts'
import { useForms } from '../../forms/index.ts'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { useTaskFacts } from './open-tasks.ts'

/** Parties by mark and name, in the order in which they are given. Those that are gone are left out. */
export function PartyNames({ partyIds }: { partyIds: readonly string[] }) {
  const { catalog } = useForms()
  const { parties } = useTaskFacts()
  return (
    <span className="hs-tasks__parties">
      {partyIds.map((id) => {
        const index = parties.findIndex((party) => party.id === id)
        const party = parties[index]
        if (party === undefined) return null
        const name = callParty(party, catalog)
        return (
          <span key={id} className="hs-tasks__party">
            <PartyMark index={index} initial={initialOf(party.name || name)} size={22} />
            <span lang="nl">{name}</span>
          </span>
        )
      })}
    </span>
  )
}
