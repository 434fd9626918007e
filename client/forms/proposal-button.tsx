import { useCallback } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { setField } from '../../shared/document/edit.ts'
import { formatDate, formatMoney } from '../../shared/outline/format.ts'
import { useText } from '../text/index.ts'
import { useForms, useOfFacts } from './forms-agreement.ts'
import { type Proposal, proposalFor } from './proposal.ts'

/** Offers what follows from other facts; nothing while nothing does. */
export function ProposalButton({ address }: { address: string }) {
  const { doc, template = null, canWrite } = useForms()
  const texts = useText().facts
  const found = useOfFacts(
    useCallback(
      (body: AgreementBody) => JSON.stringify(proposalFor(address, body, template)),
      [address, template],
    ),
  )
  const proposal = JSON.parse(found) as Proposal | null
  if (proposal === null || !canWrite) return null
  return (
    <button
      type="button"
      className="hs-plain-button hs-fact-offer"
      onClick={(event) => {
        // The button goes once it is taken over: the focus stays with the fact.
        event.currentTarget.parentElement?.querySelector('textarea')?.focus()
        setField(doc, address, proposal.value)
      }}
    >
      {proposal.kind === 'date'
        ? texts.takeOver(formatDate(proposal.value))
        : texts.computed(formatMoney(proposal.value))}
    </button>
  )
}
