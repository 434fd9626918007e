import type { Finding } from '../../../shared/advice/finding.ts'
import { formatDate } from '../../../shared/outline/format.ts'
import { callParty } from '../../../shared/outline/parties.ts'
import type { SetAside } from '../../../shared/protocol/endpoints-advice.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { ToArticle } from './to-article.tsx'
import { useAdvice, useAdviceNow, useRule } from './use-advice.ts'

type Props = { aside: readonly { finding: Finding; choice: SetAside }[]; onSaid: (words: string) => void }

/** What was set aside on purpose: by whom, when and why, for all parties to see. */
export function AsideList({ aside, onSaid }: Props) {
  const words = useText().advice.aside
  if (aside.length === 0) return null
  return (
    <section className="hs-advice__group" aria-labelledby="advice-aside">
      <h2 id="advice-aside">
        {words.heading} <span className="hs-advice__count">{aside.length}</span>
      </h2>
      <p className="hs-soft">{words.lead}</p>
      <ul className="hs-advice__cards">
        {aside.map(({ finding, choice }) => (
          <AsideCard key={finding.slug} finding={finding} choice={choice} onSaid={onSaid} />
        ))}
      </ul>
    </section>
  )
}

function AsideCard({
  finding,
  choice,
  onSaid,
}: {
  finding: Finding
  choice: SetAside
  onSaid: Props['onSaid']
}) {
  const words = useText().advice.aside
  const { takeUp } = useAdvice()
  const { body } = useAdviceNow()
  const { catalog, canWrite } = useForms()
  const rule = useRule(finding.slug)
  const taking = useAction(takeUp, () => onSaid(words.back(rule.finding)))
  const party = body.parties.find(({ id }) => id === choice.partyId)
  const who = choice.name || words.somebody
  return (
    <li className="hs-advice__card hs-advice__card--aside">
      <h3 lang="nl">{rule.finding}</h3>
      <figure className="hs-advice__reason">
        <blockquote lang="nl">{choice.reason}</blockquote>
        <figcaption>
          {words.by(who, party ? callParty(party, catalog) : null, formatDate(choice.at.slice(0, 10)))}
        </figcaption>
      </figure>
      <div className="hs-advice__actions">
        {canWrite ? (
          <Button
            isBusy={taking.isBusy}
            aria-label={words.takeUpLabel(rule.finding)}
            onPress={() => taking.run(finding.slug)}
          >
            {words.takeUp}
          </Button>
        ) : null}
        <ToArticle finding={finding} />
      </div>
      {taking.failure === null ? null : <Failure failure={taking.failure} />}
    </li>
  )
}
