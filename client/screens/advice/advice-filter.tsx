import { drawNumbers } from '../../../shared/outline/numbers.ts'
import { paperWord } from '../../../shared/outline/paper-words.ts'
import { callParty } from '../../../shared/outline/parties.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Select } from '../../ui/select.tsx'
import { articleNames } from './names-of.ts'
import type { Choice } from './narrow.ts'
import { useAdviceNow } from './use-advice.ts'

const ALL = 'all'

/** Chooses the advice of one article or of one party. Articles without advice are not offered. */
export function AdviceFilter({ choice, onChoose }: { choice: Choice; onChoose: (choice: Choice) => void }) {
  const { filter } = useText().advice
  const { body, open } = useAdviceNow()
  const { catalog } = useForms()
  const keys = new Set([...open.flatMap(({ articleKeys }) => articleKeys), choice.articleKey])
  const articles = articleNames(body, drawNumbers(body), paperWord(catalog, 'article')).flatMap(
    ({ key, name }) => (key !== null && keys.has(key) ? [{ key, label: name }] : []),
  )
  const parties = body.parties.map((party) => ({ key: party.id, label: callParty(party, catalog) }))
  return (
    <fieldset className="hs-advice__filter" aria-label={filter.label}>
      <Select
        label={filter.article}
        options={[{ key: ALL, label: filter.allArticles }, ...articles]}
        value={choice.articleKey ?? ALL}
        onChange={(key) => onChoose({ ...choice, articleKey: key === ALL ? null : key })}
      />
      <Select
        label={filter.party}
        options={[{ key: ALL, label: filter.allParties }, ...parties]}
        value={choice.partyId ?? ALL}
        onChange={(key) => onChoose({ ...choice, partyId: key === ALL ? null : key })}
      />
    </fieldset>
  )
}
