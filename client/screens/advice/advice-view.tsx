import { useState } from 'react'
import { appliesTo } from '../../../shared/advice/rule-texts.ts'
import { useText } from '../../text/index.ts'
import { Callout } from '../../ui/callout.tsx'
import { AdviceFilter } from './advice-filter.tsx'
import { AsideList } from './aside-list.tsx'
import { FindingsList } from './findings-list.tsx'
import { ALL, narrowed } from './narrow.ts'
import { QuestionCard } from './question-card.tsx'
import { useAdvice, useAdviceNow } from './use-advice.ts'

/** All advice: what is open by urgency, the questions to answer together, and what was set aside on purpose. */
export function AdviceView() {
  const { advice } = useText()
  const now = useAdviceNow()
  const [choice, setChoice] = useState(ALL)
  const [said, setSaid] = useState('')
  const shown = narrowed(now.open, now, choice)
  return (
    <div className="hs-advice__view">
      <p className="hs-advice__total" role="status">
        {said === '' ? null : <>{said} </>}
        {advice.count(now.open.length)}
      </p>
      {now.open.length === 0 ? (
        <Callout kind="good" title={advice.allDone.title}>
          {advice.allDone.body}
        </Callout>
      ) : (
        <AdviceFilter choice={choice} onChoose={setChoice} />
      )}
      {now.open.length > 0 && shown.length === 0 ? <p>{advice.noneHere}</p> : null}
      <FindingsList findings={shown} onSaid={setSaid} />
      <Questions />
      <AsideList aside={now.aside} onSaid={setSaid} />
    </div>
  )
}

function Questions() {
  const words = useText().advice.questions
  const { rules } = useAdvice()
  const { questions, body } = useAdviceNow()
  const open = new Set(questions.map(({ slug }) => slug))
  const answered = new Set(
    body.humanChecks.filter(({ answer }) => answer !== null).map(({ ruleSlug }) => ruleSlug),
  )
  const asked = [...rules.values()].filter(
    (rule) => rule.check === 'human' && appliesTo(rule, body.templateId),
  )
  const shown = asked.filter(({ slug }) => open.has(slug) || answered.has(slug))
  if (shown.length === 0) return null
  return (
    <section className="hs-advice__group" aria-labelledby="advice-questions">
      <h2 id="advice-questions">
        {words.heading} <span className="hs-advice__count">{open.size}</span>
      </h2>
      <p className="hs-soft">{words.lead}</p>
      <ul className="hs-advice__cards">
        {shown.map((rule) => (
          <QuestionCard key={rule.slug} rule={rule} isAnswered={!open.has(rule.slug)} />
        ))}
      </ul>
    </section>
  )
}
