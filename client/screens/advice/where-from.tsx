import type { RuleText } from '../../../shared/advice/rule-texts.ts'
import { useText } from '../../text/index.ts'
import { useAdvice } from './use-advice.ts'

/** Where an advice comes from: its sources, the conditions it belongs to, the pitfall it keeps people out of. */
export function WhereFrom({ rule }: { rule: RuleText }) {
  const { card } = useText().advice
  const { texts } = useAdvice()
  const conditions = texts.conditions.filter(({ id }) => rule.conditions.includes(id))
  const pitfalls = texts.pitfalls.filter(({ rules }) => rules.includes(rule.slug))
  return (
    <details className="hs-advice__from">
      <summary>{card.why}</summary>
      <ul lang="nl">
        {rule.sources.map((source) => (
          <li key={source}>
            {card.source}: {source}
          </li>
        ))}
        {conditions.map(({ id, number, title, explanation }) => (
          <li key={id}>
            {card.condition} {number}: {title}. {explanation}
          </li>
        ))}
        {pitfalls.map(({ id, title, explanation }) => (
          <li key={id}>
            {card.pitfall}: {title}. {explanation}
          </li>
        ))}
      </ul>
    </details>
  )
}
