import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { FactForm, useAgreement, useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { tellField, undoKeys } from '../tasks/field-events.ts'

const draftingOf = (body: AgreementBody) => body.drafting

/** Where is written down what came of the round. It stands in the agreement, so that all parties read it and the advice is answered. */
export function Outcome() {
  const { outcome } = useText().consultation
  const forms = useForms()
  return (
    <section className="hs-round__part" aria-labelledby="outcome">
      <h2 id="outcome">{outcome.heading}</h2>
      {forms.canWrite ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its inputs tell and is none itself
        <div
          className="hs-round__outcome"
          onFocus={tellField(forms)}
          onBlur={tellField(forms)}
          onKeyDownCapture={undoKeys(forms)}
        >
          <p>{outcome.lead}</p>
          <FactForm addresses={['drafting.communityConsultedOnDraft', 'drafting.communityConsultedText']} />
        </div>
      ) : (
        <Read />
      )}
    </section>
  )
}

function Read() {
  const { outcome } = useText().consultation
  const { communityConsultedOnDraft, communityConsultedText } = useAgreement(draftingOf)
  return (
    <>
      <p className="hs-soft">{outcome.readOnly}</p>
      <p>{communityConsultedOnDraft === true ? outcome.asked : outcome.notAsked}</p>
      <p className="hs-round__text" lang="nl" dir="auto">
        {communityConsultedText || outcome.empty}
      </p>
    </>
  )
}
