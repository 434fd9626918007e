import { useId } from 'react'
import type { FoundChange } from '../../../shared/protocol/endpoints-returns.ts'
import { diffWords } from '../../../shared/support/word-diff.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout, Status } from '../../ui/callout.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { isOpen, isSaid, whereBelow } from './groups-of.ts'
import { sayHands } from './say-hands.ts'
import type { ReturnState } from './use-return.ts'

type Props = {
  change: FoundChange
  state: ReturnState
  mayDecide: boolean
  /** Name of the article that it stands under already. */
  heading: string
}

/** One thing that the file says otherwise: where, what it was, what the file says, what stands here, and what can be done with it. */
export function ChangeCard({ change, state, mayDecide, heading }: Props) {
  const { returned } = useText()
  const { language } = useLanguage()
  const kind = useSayKind()(change)
  const id = useId()
  const { where, hands, meanwhile, what } = change
  const below = capital(whereBelow(where, heading))
  return (
    <li className="hs-change" aria-labelledby={id}>
      <div className="hs-change__head">
        <h3 id={id} tabIndex={-1}>
          {below === '' ? (
            kind
          ) : (
            <>
              <span lang="nl">{below}</span>
              <span className="hs-change__kind">{kind}</span>
            </>
          )}
        </h3>
        {mayDecide && isOpen(change) ? (
          <Checkbox
            isSelected={state.chosen.has(change.id)}
            onChange={(isChosen) => state.choose(change, isChosen)}
          >
            <span aria-hidden="true">{returned.select}</span>
            <VisuallyHidden>{returned.selectLabel(`${where} ${kind}`.trim())}</VisuallyHidden>
          </Checkbox>
        ) : null}
      </div>
      {meanwhile === 'changed' || meanwhile === 'gone' ? (
        <Callout kind="attention">{returned.meanwhile[meanwhile]}</Callout>
      ) : null}
      {what.kind === 'remark' ? <p className="hs-soft">{returned.remarkHelp}</p> : null}
      <Said change={change} />
      {hands.length === 0 ? null : (
        <p className="hs-soft" dir="auto">
          {capital(returned.accordingTo(sayHands(hands, language)))}
        </p>
      )}
      <Decision change={change} state={state} mayDecide={mayDecide} name={`${where} ${kind}`.trim()} />
    </li>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function useSayKind(): (change: FoundChange) => string {
  const { returned, proposals } = useText()
  return ({ what }) => {
    if (what.kind === 'comment' && what.threadId !== null) return returned.kinds.reply
    if (what.kind !== 'change') return returned.kinds[what.kind]
    const { kind } = what.change
    return kind === 'fact' ? returned.kinds.fact : proposals.kinds[kind]
  }
}

/** What it said and what the file says; where something changed here as well, each of the three for itself. */
function Said({ change }: { change: FoundChange }) {
  const { returned } = useText()
  const { what, was, file, here, meanwhile } = change
  if (what.kind === 'comment')
    return (
      <div className="hs-change__words">
        {what.quote === '' ? null : (
          <p lang="nl" dir="auto" className="hs-soft">
            “{what.quote}”
          </p>
        )}
        <p lang="nl" dir="auto">
          {what.text}
        </p>
      </div>
    )
  if (meanwhile === 'already-so' || (meanwhile !== 'changed' && here === was))
    return (
      <p className="hs-change__words" lang="nl" dir="auto">
        <Differences was={was ?? ''} now={file ?? ''} />
      </p>
    )
  const nothing = <span className="hs-soft">{returned.empty}</span>
  return (
    <dl className="hs-change__three">
      <div>
        <dt>{returned.was}</dt>
        <dd lang="nl" dir="auto">
          {was || nothing}
        </dd>
      </div>
      <div>
        <dt>{returned.inFile}</dt>
        <dd lang="nl" dir="auto">
          {file ? <Differences was={was ?? ''} now={file} /> : nothing}
        </dd>
      </div>
      <div>
        <dt>{returned.here}</dt>
        <dd lang="nl" dir="auto">
          {here ? <Differences was={was ?? ''} now={here} /> : nothing}
        </dd>
      </div>
    </dl>
  )
}

function Differences({ was, now }: { was: string; now: string }) {
  const { returned } = useText()
  return diffWords(was, now).map(({ state, text }, index) => {
    if (state === 'same') return text
    const Mark = state === 'gone' ? 'del' : 'ins'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and are drawn anew together
      <Mark key={index}>
        <VisuallyHidden>[{state === 'gone' ? returned.goneWord : returned.cameWord}: </VisuallyHidden>
        {text}
        <VisuallyHidden>]</VisuallyHidden>
      </Mark>
    )
  })
}

type DecisionProps = Pick<Props, 'change' | 'state' | 'mayDecide'> & { name: string }

/** What can be done, or was. The words of it come in the place of the buttons, and the focus stays at the change. */
function Decision({ change, state, mayDecide, name }: DecisionProps) {
  const { returned } = useText()
  const { decision } = change
  const act = (outcome: 'take' | 'leave') => () => {
    const { activeElement } = document
    activeElement?.closest('.hs-change')?.querySelector('h3')?.focus({ preventScroll: true })
    state.decide([change], outcome)
  }
  if (decision?.outcome === 'take')
    return (
      <Status icon="check" tone="good">
        {isSaid(change) ? returned.isTakenComment : returned.isTaken}
      </Status>
    )
  if (!mayDecide || (decision === null && !isOpen(change))) return null
  const isReply = change.what.kind === 'comment' && change.what.threadId !== null
  const takeSaid = isReply ? returned.takeReply : returned.takeComment
  const take = isSaid(change) ? takeSaid : returned.take
  return (
    <div className="hs-change__buttons">
      {decision === null ? null : (
        <Status icon="empty" tone="calm">
          {returned.isLeft}
        </Status>
      )}
      <Button
        aria-label={`${decision === null ? take : returned.takeAfterAll}: ${name}`}
        isDisabled={state.isBusy}
        onPress={act('take')}
      >
        {decision === null ? take : returned.takeAfterAll}
      </Button>
      {decision === null ? (
        <Button
          look="quiet"
          aria-label={`${returned.leave}: ${name}`}
          isDisabled={state.isBusy}
          onPress={act('leave')}
        >
          {returned.leave}
        </Button>
      ) : null}
    </div>
  )
}
