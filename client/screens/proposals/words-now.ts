import type * as Y from 'yjs'
import { standingOf } from '../../../shared/document/standing-change.ts'
import type { PlacedSuggestion } from '../../../shared/document/suggestions.ts'
import { toldWords } from '../../../shared/document/told-words.ts'
import type { OpenProposal, ProposalsView } from '../../../shared/protocol/endpoints-proposals.ts'

const nameOf = ({ place, id }: Pick<OpenProposal, 'place' | 'id'>) => JSON.stringify([place, id])
const nameIn = ({ place, suggestion: { id } }: PlacedSuggestion) => nameOf({ place, id })

/** Which words are proposed and by which clients: what only the server can tell more of changes along with this, and while somebody types on it stays the same. */
export function writersOf(suggestions: readonly PlacedSuggestion[]): string {
  const clients = ({ suggestion }: PlacedSuggestion) =>
    [...new Set(suggestion.writing.map(({ client }) => client))].sort()
  return suggestions.map((each) => `${nameIn(each)}${clients(each)}`).join()
}

/** Whether the server has told of all that is proposed on this page. */
export function areTold(suggestions: readonly PlacedSuggestion[], view: ProposalsView | null): boolean {
  const told = new Set(view?.open.map(nameOf))
  return suggestions.every((each) => told.has(nameIn(each)))
}

/** What was told, with the words and what stands there as they are on this page; what says the same keeps its identity. */
export function withTextNow(
  view: ProposalsView,
  doc: Y.Doc,
  suggestions: readonly PlacedSuggestion[],
): ProposalsView {
  const now = new Map(suggestions.map((each) => [nameIn(each), each.suggestion]))
  const open = view.open.map((proposal): OpenProposal => {
    const news = newsOf(proposal, doc, now.get(nameOf(proposal)))
    const isNews = Object.entries(news).some(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(proposal[name as keyof OpenProposal]),
    )
    return isNews ? { ...proposal, ...news } : proposal
  })
  return open.every((proposal, index) => proposal === view.open[index]) ? view : { ...view, open }
}

/** What the text here says of a proposal; nothing for words that are not here yet. */
function newsOf(
  { what }: OpenProposal,
  doc: Y.Doc,
  suggestion: PlacedSuggestion['suggestion'] | undefined,
): Partial<OpenProposal> {
  if (what.kind === 'change') return standingOf(doc, what.change, what.base)
  return suggestion === undefined ? {} : { what: toldWords(suggestion) }
}
