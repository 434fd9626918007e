import { type Ref, useId } from 'react'
import { SCAN_NOTE_LENGTH } from '../../../shared/protocol/endpoints-scan.ts'
import type { Catalog, Factor } from '../../../shared/template/catalog.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { formatMoment } from '../start/format-moment.ts'
import { clusterLabelOf } from './picture-of.ts'
import { type Answer, answerOf, type ScanState, type ScanStore } from './scan-store.ts'

export type FactorProps = { catalog: Catalog; store: ScanStore; state: ScanState; partyId: string }

type CardProps = FactorProps & {
  factor: Factor
  /** Where one is, when the factors come one at a time. */
  place?: string
  headingRef?: Ref<HTMLHeadingElement>
}

/** One factor: what it is, the question to talk about, five scores and a few words why. */
export function FactorCard({ catalog, store, state, partyId, factor, place, headingRef }: CardProps) {
  const { fill } = useText().scan
  const answer = answerOf(state, partyId, factor.id)
  const change = (next: Partial<Answer>) => store.answer(partyId, factor.id, { ...answer, ...next })
  const headingId = useId()
  return (
    <article className="hs-factor" aria-labelledby={headingId}>
      {place === undefined ? null : (
        <p className="hs-factor__place">
          {place} · <span lang="nl">{clusterLabelOf(factor.clusterId, catalog)}</span>
        </p>
      )}
      <h4 id={headingId} ref={headingRef} tabIndex={-1} className="hs-factor__label" lang="nl">
        {factor.label}
      </h4>
      <p lang="nl">{factor.explanation}</p>
      <p className="hs-factor__question">
        <span className="hs-factor__question-word">{fill.question}</span>
        <span lang="nl">{factor.scanQuestion}</span>
      </p>
      <Scores score={answer.score} onChange={(score) => change({ score })} />
      <TextArea
        label={fill.note}
        help={fill.noteHelp}
        maxLength={SCAN_NOTE_LENGTH}
        value={answer.note}
        onChange={(note) => change({ note })}
      />
      <LastWriter state={state} partyId={partyId} factorId={factor.id} />
    </article>
  )
}

/** Five scores as buttons of which one can be down; the words of the chosen one stand below, in a fixed place. */
function Scores({ score, onChange }: { score: number | null; onChange: (score: number | null) => void }) {
  const { fill } = useText().scan
  const name = useId()
  return (
    <fieldset className="hs-scores">
      <legend className="hs-scores__legend">{fill.scale}</legend>
      <div className="hs-scores__row">
        {fill.scores.map((word, index) => (
          <label key={word} className="hs-scores__score">
            <input
              type="radio"
              name={name}
              className="hs-scores__input"
              checked={score === index + 1}
              onChange={() => onChange(index + 1)}
            />
            <span className="hs-scores__number">{index + 1}</span>
            <span className="hs-scores__word">{word}</span>
          </label>
        ))}
      </div>
      <div className="hs-scores__foot">
        {score === null ? null : (
          <Button look="quiet" onPress={() => onChange(null)}>
            {fill.clear}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function LastWriter({ state, partyId, factorId }: { state: ScanState; partyId: string; factorId: string }) {
  const { fill } = useText().scan
  const { language } = useLanguage()
  const kept = state.view?.scores.find((each) => each.partyId === partyId && each.factorId === factorId)
  return (
    <p className="hs-factor__by hs-soft">
      {kept?.name ? fill.by(kept.name, formatMoment(kept.at, language, new Date())) : ' '}
    </p>
  )
}
