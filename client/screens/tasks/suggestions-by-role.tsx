import type { Suggestion } from '../../../shared/template/task-suggestions.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { PartyNames } from './party-names.tsx'
import { SuggestionCard } from './suggestion-card.tsx'

type Props = { suggestions: readonly Suggestion[]; clusterId: string; forParty: string | null }

/** The suggestions under the parties that could take them over. */
export function SuggestionsByRole({ suggestions, clusterId, forParty }: Props) {
  const { suggestion: words } = useText().tasks
  const { catalog } = useForms()
  const roles = [...new Set(suggestions.map(({ libraryTask }) => libraryTask.partyRole))]
  return roles.map((role) => {
    const own = suggestions.filter(({ libraryTask }) => libraryTask.partyRole === role)
    const parties = own[0]?.parties ?? []
    const roleWord = role === 'joint' ? words.together : (catalog.words.enums.partyRole[role] ?? role)
    return (
      <div key={role} className="hs-tasks__role">
        <div className="hs-tasks__role-head">
          <h4>{roleWord}</h4>
          {role === 'joint' ? null : <PartyNames partyIds={parties.map(({ id }) => id)} />}
        </div>
        {parties.length === 0 ? (
          <p className="hs-soft">{words.noParty(roleWord.toLocaleLowerCase('nl'))}</p>
        ) : null}
        <ul className="hs-tasks__cards">
          {own.map((suggestion) => (
            <SuggestionCard
              key={suggestion.libraryTask.id}
              suggestion={suggestion}
              clusterId={clusterId}
              forParty={forParty}
            />
          ))}
        </ul>
      </div>
    )
  })
}
