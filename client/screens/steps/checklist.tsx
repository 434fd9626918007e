import { type Step, type StepItem, stepItemId } from '../../../shared/template/steps.ts'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { articleFor } from './fill-state.ts'
import { ItemNotes } from './item-notes.tsx'
import { addressIn } from './places.ts'
import { ScreenLink } from './screen-link.tsx'
import { useNote, useSteps } from './steps-context.ts'

/** What to see to in this step, each point with a shared tick and notes. */
export function Checklists({ step }: { step: Step }) {
  const { steps } = useText()
  return (
    <section className="hs-steps__part" aria-labelledby={`checklist-${step.id}`}>
      <h3 id={`checklist-${step.id}`}>{steps.checklist}</h3>
      <p className="hs-soft">{steps.checklistHelp}</p>
      {step.checklists.map((list) => (
        <div key={list.heading ?? ''} className="hs-steps__list-part">
          {list.heading === null ? null : <h4 lang="nl">{list.heading}</h4>}
          <ul className="hs-steps__list">
            {list.items.map((item) => (
              <Point key={item.id} item={item} itemId={stepItemId(step.id, item.id)} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Point({ item, itemId }: { item: StepItem; itemId: string }) {
  const { steps } = useText()
  const { agreementId, body, notes, canWrite } = useSteps()
  const place = { itemId, aboutPartyId: null, audience: 'shared' } as const
  const { mark, markFailed } = useNote(place)
  const article = articleFor(body, item.articles)
  return (
    <li className="hs-steps__item hs-steps__point">
      <Checkbox
        isSelected={mark === 'done'}
        isDisabled={!canWrite}
        onChange={(isSelected) => void notes.mark(place, isSelected ? 'done' : 'none')}
      >
        <span lang="nl">{item.text}</span>
      </Checkbox>
      {markFailed ? (
        <p className="hs-steps__trouble" role="alert">
          {steps.notes.markFailed}
        </p>
      ) : null}
      <ItemNotes itemId={itemId} itemText={item.text} hasOwnTick />
      {item.screen === null ? null : <ScreenLink screen={item.screen} forWords={item.text} />}
      {article === null ? null : (
        <Link href={addressIn(agreementId, [article.id])}>
          {steps.toArticle(article.number, article.heading)}
          <span className="hs-hidden">, {item.text}</span>
        </Link>
      )}
    </li>
  )
}
