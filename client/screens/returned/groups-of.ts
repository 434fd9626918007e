import type { FoundChange } from '../../../shared/protocol/endpoints-returns.ts'

/** Where changes stand: an article or annex, or null for the facts and the whole. */
export type ChangeGroup = { place: string | null; changes: FoundChange[] }

/** Those that say here already what the file says. */
export const isSo = ({ meanwhile, decision }: FoundChange): boolean =>
  meanwhile === 'already-so' && decision === null

/** The changes by where they stand, in the order of the agreement, and then those that are in no article; without those that are so already. */
export function groupsOf(changes: readonly FoundChange[], order: readonly string[]): ChangeGroup[] {
  const byPlace = Map.groupBy(
    changes.filter((change) => !isSo(change)),
    ({ place }) => (place !== null && order.includes(place) ? place : null),
  )
  return [...order, null].flatMap((place) => {
    const found = byPlace.get(place)
    return found === undefined ? [] : { place, changes: found }
  })
}

/** What is left to say of where a change stands under the heading of its article: "Artikel 2: Taken · doel" is "doel" there. */
export function whereBelow(where: string, heading: string): string {
  const at = heading === '' ? -1 : where.indexOf(heading)
  const rest = where.slice(at + heading.length)
  return at >= 0 && /^($| · )/.test(rest) ? rest.slice(3) : where
}

/** Becomes words beside the text; anything else becomes a proposal. */
export const isSaid = ({ what }: FoundChange): boolean => what.kind === 'comment' || what.kind === 'remark'

/** Can be taken over, or still be. */
export const isOpen = (change: FoundChange): boolean => change.decision === null && !isSo(change)

/** Chosen before anybody chose: what stands here as the file knew it, and can be taken over as it is. */
export const isFree = (change: FoundChange): boolean =>
  isOpen(change) && change.meanwhile === 'unchanged' && change.what.kind !== 'remark'

/** How many proposals and comments these would be. */
export function countsOf(changes: readonly FoundChange[]): { proposals: number; comments: number } {
  const comments = changes.filter(isSaid).length
  return { proposals: changes.length - comments, comments }
}
