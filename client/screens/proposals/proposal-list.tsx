import { useState, useSyncExternalStore } from 'react'
import type { DecidedProposal, OpenProposal, Proposed } from '../../../shared/protocol/endpoints-proposals.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { jumpTo } from '../agreement/paper/jump-to.ts'
import type { Around } from '../agreement/workspace.tsx'
import { useFocusGoesOn } from '../use-focus-goes-on.ts'
import { DiscussProposal } from './discuss-proposal.tsx'
import { nameOfAct } from './name-of-act.ts'
import { openIn, useProposals } from './proposals-room.ts'
import { hasChoice, PROPOSALS_SHOWN, type ProposalsShown, proposalsShown } from './proposals-shown.ts'
import { useSayProposal } from './use-say-proposal.ts'
import './proposals.css'

type Props = {
  around: Around
  /** The article or annex whose proposals come first. */
  place: string | null
  /** Told when somebody goes to the paper. */
  onGone?: (() => void) | undefined
}

/** What is proposed, first at one article and then elsewhere, and what was decided, with the way back. */
export function ProposalList({ around, place, onGone }: Props) {
  const { proposals: words } = useText()
  const { view, said, mode } = useProposals()
  const isProposing = useSyncExternalStore(mode.subscribe, mode.isOn)
  const [shown, setShown] = useState<ProposalsShown>('all')
  const goesOn = useFocusGoesOn({ rows: '.hs-proposal', end: '[role="status"]' })
  if (view === null) return null
  const fitting = proposalsShown(view.open, shown)
  const here = place === null ? [] : proposalsShown(openIn(view, place), shown)
  const elsewhere = fitting.filter((each) => !here.includes(each))
  return (
    <div className="hs-proposals" {...goesOn}>
      <p role="status" tabIndex={-1} className="hs-proposals__said">
        {said === null ? null : <span key={said.count}>{said.sentence}</span>}
      </p>
      {isProposing ? (
        <p>
          {words.proposing} <Button onPress={() => mode.set(false)}>{words.write}</Button>
        </p>
      ) : null}
      {view.open.length === 0 ? <p className="hs-soft">{words.none}</p> : null}
      {hasChoice(view.open, shown) ? (
        <Select
          label={words.show(view.open.length)}
          options={PROPOSALS_SHOWN.map((key) => ({
            key,
            label: words.shown[key](proposalsShown(view.open, key).length),
          }))}
          value={shown}
          onChange={setShown}
        />
      ) : null}
      {view.open.length > 0 && fitting.length === 0 ? <p className="hs-soft">{words.noneShown}</p> : null}
      {place === null || fitting.length === 0 ? null : (
        <Group around={around} title={words.here} proposals={here} onGone={onGone} isWhole />
      )}
      {elsewhere.length === 0 ? null : (
        <Group
          around={around}
          title={place === null ? words.title : words.elsewhere}
          proposals={elsewhere}
          onGone={onGone}
        />
      )}
      {(['accept', 'reject'] as const).map((outcome) => (
        <Decided
          key={outcome}
          around={around}
          title={words.decided[outcome]}
          decided={view.decided.filter((each) => each.outcome === outcome)}
          onGone={onGone}
        />
      ))}
      <Rules />
    </div>
  )
}

type GroupProps = {
  around: Around
  title: string
  proposals: readonly OpenProposal[]
  onGone: (() => void) | undefined
  isWhole?: boolean
}

function Group({ around, title, proposals, onGone, isWhole = false }: GroupProps) {
  const { proposals: words } = useText()
  const { decide } = useProposals()
  const mine = proposals.filter(({ mayDecide }) => mayDecide)
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {proposals.length === 0 ? <p className="hs-soft">{words.noneHere}</p> : null}
      <ul className="hs-proposals__list">
        {proposals.map((each) => (
          <li key={`${each.place} ${each.id}`} className="hs-proposal">
            <Open around={around} proposal={each} onGone={onGone} />
          </li>
        ))}
      </ul>
      {isWhole && mine.length > 1 ? (
        <div className="hs-proposal__buttons">
          <Button onPress={() => void decide(mine, 'accept')}>{words.acceptAll}</Button>
          <Button onPress={() => void decide(mine, 'reject')}>{words.rejectAll}</Button>
        </div>
      ) : null}
    </section>
  )
}

function Open({
  around,
  proposal,
  onGone,
}: {
  around: Around
  proposal: OpenProposal
  onGone: (() => void) | undefined
}) {
  const { proposals: words } = useText()
  const { decide, view } = useProposals()
  const say = useSayProposal(around)
  const { mayDecide, mayWithdraw, stands, place } = proposal
  const heading = say.heading(place)
  const goTo = () => {
    if (place === null) return
    onGone?.()
    jumpTo(place)
  }
  const about = (act: string) => nameOfAct(act, say.inShort(proposal.what))
  const waits = view?.rules.decidedBy === 'facilitator' ? words.onlyLead : words.onlyOther
  return (
    <>
      {heading === '' ? null : (
        <button type="button" className="hs-proposal__place" onClick={goTo}>
          <span lang="nl">{heading}</span>
        </button>
      )}
      {stands ? null : <p className="hs-proposal__changed">{words.changed}</p>}
      {stands ? (
        <What around={around} what={proposal.what} />
      ) : (
        <Sides around={around} what={proposal.what} now={proposal.now} />
      )}
      <p className="hs-soft">{say.by(proposal)}</p>
      <div className="hs-proposal__buttons">
        {mayDecide && stands ? (
          <Button
            icon="check"
            aria-label={about(words.accept)}
            onPress={() => void decide([proposal], 'accept')}
          >
            {words.accept}
          </Button>
        ) : null}
        {mayDecide ? (
          <Button aria-label={about(words.reject)} onPress={() => void decide([proposal], 'reject')}>
            {words.reject}
          </Button>
        ) : mayWithdraw ? (
          <Button aria-label={about(words.withdraw)} onPress={() => void decide([proposal], 'reject')}>
            {words.withdraw}
          </Button>
        ) : null}
        <DiscussProposal proposal={proposal} quote={say.inShort(proposal.what)} onGone={onGone} />
        {mayDecide ? null : <span className="hs-soft">{waits}</span>}
      </div>
    </>
  )
}

function What({ around, what }: { around: Around; what: Proposed }) {
  const { proposals: words, editor } = useText()
  const say = useSayProposal(around)
  if (what.kind === 'words') {
    return (
      <p lang="nl" className="hs-proposal__words">
        {what.before === '' ? null : <span>… {what.before.replace(/^\S*\s/, '')}</span>}
        <Words out={what.deleted} into={what.inserted} />
        {what.after === '' ? null : <span>{what.after.replace(/\s\S*$/, '')} …</span>}
      </p>
    )
  }
  const { about, out, into } = say.change(what.change, what.base)
  const kind = what.change.kind === 'paragraph-kind' ? `: ${editor.kinds[what.change.paragraph.kind]}` : ''
  return (
    <>
      <p className="hs-proposal__kind">{words.kinds[what.change.kind] + kind}</p>
      <p lang="nl" className="hs-proposal__words">
        {about === '' ? null : <span>{(out ?? into) ? `${about}: ` : about}</span>}
        <Words out={out ?? ''} into={into ?? ''} />
      </p>
    </>
  )
}

/** A proposal whose place says something else by now: what stood there, what stands there, and what was proposed, each under its name. */
function Sides({ around, what, now }: { around: Around; what: Proposed; now: unknown }) {
  const { proposals: words, editor } = useText()
  const say = useSayProposal(around)
  if (what.kind !== 'change') return <What around={around} what={what} />
  const { change, base } = what
  const { about, out, into } = say.change(change, base)
  const sides = [
    { key: 'was', side: words.sides.was, said: out ?? about },
    { key: 'now', side: words.sides.now, said: say.standing(change, now) ?? words.sides.gone },
    {
      key: 'proposed',
      side: words.sides.proposed,
      said:
        into ?? (change.kind === 'paragraph-kind' ? editor.kinds[change.paragraph.kind] : words.sides.goes),
    },
  ]
  return (
    <>
      <p className="hs-proposal__kind">
        {words.kinds[change.kind]}
        {change.kind === 'fact' ? <span lang="nl">: {about}</span> : null}
      </p>
      <dl className="hs-proposal__sides">
        {sides.map(({ key, side, said }) => (
          <div key={key}>
            <dt>{side}</dt>
            <dd lang="nl">{said}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Not told by lines and colours alone: who listens hears which words would go and which would come. */
function Words({ out, into }: { out: string; into: string }) {
  const { proposals: words } = useText()
  return (
    <>
      {out === '' ? null : (
        <del>
          <VisuallyHidden>{words.deletes('')}</VisuallyHidden>
          {out}
        </del>
      )}
      {out === '' || into === '' ? null : ' '}
      {into === '' ? null : (
        <ins>
          <VisuallyHidden>{words.inserts('')}</VisuallyHidden>
          {into}
        </ins>
      )}
    </>
  )
}

function Decided({
  around,
  title,
  decided,
  onGone,
}: {
  around: Around
  title: string
  decided: readonly DecidedProposal[]
  onGone: (() => void) | undefined
}) {
  const { proposals: words } = useText()
  const { reopen } = useProposals()
  const say = useSayProposal(around)
  if (decided.length === 0) return null
  return (
    <details className="hs-proposals__decided">
      <summary>
        {title} ({decided.length})
      </summary>
      <ul className="hs-proposals__list">
        {decided.map((each) => (
          <li key={`${each.place} ${each.id} ${each.decidedAt}`} className="hs-proposal">
            <What around={around} what={each.what} />
            <p className="hs-soft">{say.by(each)}</p>
            <p className="hs-soft">
              {title} {words.decidedBy(say.person(each.decidedBy), say.moment(each.decidedAt))}
            </p>
            <div className="hs-proposal__buttons">
              {each.mayReopen ? (
                <Button
                  aria-label={nameOfAct(words.reopen, say.inShort(each.what))}
                  onPress={() => void reopen(each)}
                >
                  {words.reopen}
                </Button>
              ) : null}
              <DiscussProposal proposal={each} quote={say.inShort(each.what)} onGone={onGone} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who decides, to be read by all and chosen by who leads. */
function Rules() {
  const { rules: words } = useText().proposals
  const { view, mayChangeRules, changeRules } = useProposals()
  if (view === null || !mayChangeRules) return null
  const { rules } = view
  return (
    <section className="hs-proposals__rules" aria-label={words.title}>
      <RadioGroup
        label={words.title}
        value={rules.decidedBy}
        onChange={(decidedBy) => void changeRules({ ...rules, decidedBy })}
        options={[
          { key: 'other-party', content: words['other-party'] },
          { key: 'facilitator', content: words.facilitator },
        ]}
      />
      <Checkbox
        isSelected={rules.guardsParagraphs}
        onChange={(guardsParagraphs) => void changeRules({ ...rules, guardsParagraphs })}
      >
        {words.guard}
      </Checkbox>
    </section>
  )
}
