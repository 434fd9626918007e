import type { Doc } from 'yjs'
import { randomId } from '../../../shared/document/edit.ts'
import { suggestionsIn } from '../../../shared/document/suggestions.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import {
  type DecisionResult,
  type OpenProposal,
  PROPOSAL_BOUNDS,
  type ProposalsView,
} from '../../../shared/protocol/endpoints-proposals.ts'
import { call } from '../../connection/index.ts'
import type { TextTable } from '../../text/index.ts'

export type Outcome = 'accept' | 'reject'

/**
 * Decides on proposals, in parts as large as the server takes. Tells what is proposed after each part, and gives what came of every one. Rejects when a part does
 * not come through; those before it are decided.
 */
export async function decideProposals(
  agreementId: string,
  doc: Doc,
  proposals: readonly OpenProposal[],
  outcome: Outcome,
  onView: (view: ProposalsView) => void,
): Promise<DecisionResult[]> {
  const results: DecisionResult[] = []
  for (const decisions of inParts(decisionsOn(doc, proposals, outcome))) {
    const answer = await call(endpoints.decideProposals, { params: { id: agreementId }, body: { decisions } })
    onView(answer.view)
    results.push(...answer.results.map(({ result }) => result))
  }
  return results
}

/** Each with the words that the person sees: the server decides on no others. */
function decisionsOn(doc: Doc, proposals: readonly OpenProposal[], outcome: Outcome) {
  const now = new Map(suggestionsIn(doc).map((each) => [`${each.place} ${each.suggestion.id}`, each]))
  const cut = (text: string) => text.slice(0, PROPOSAL_BOUNDS.words).toWellFormed()
  return proposals.map(({ id, place, what }) => {
    const words = what.kind === 'words' ? (now.get(`${place} ${id}`)?.suggestion ?? what) : null
    return {
      decisionId: randomId(),
      proposalId: id,
      place: words && place,
      outcome,
      seen: words && { inserted: cut(words.inserted), deleted: cut(words.deleted) },
    }
  })
}

function inParts<T>(all: readonly T[]): T[][] {
  const { atOnce } = PROPOSAL_BOUNDS
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) =>
    all.slice(part * atOnce, (part + 1) * atOnce),
  )
}

/** What came of decisions, in a sentence or two: how many were done where there were several, and what went wrong first. */
export function sayDecided(
  results: readonly DecisionResult[],
  outcome: Outcome,
  { results: said, resultsOfMany }: TextTable['proposals'],
): string {
  const wrong = results.find((result) => result !== 'done')
  const done = results.filter((result) => result === 'done').length
  const sentences = [
    ...(done > 1 || (done > 0 && wrong) ? [resultsOfMany[outcome](done)] : []),
    ...(wrong ? [said[wrong]] : []),
  ]
  return sentences.join(' ') || said[outcome]
}
