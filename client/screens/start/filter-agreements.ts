import type { ListedAgreement } from '../../connection/index.ts'

/** What a list shows: what is going on, of that what needs attention, what was put away, or one status. */
export type Shown = 'current' | 'attention' | 'archive' | `status:${string}`

/** True when somebody has something to see to: people who wait, a party that nobody came for, an empty fact, a point to solve. */
export function needsAttention({ attention, archived }: ListedAgreement): boolean {
  const { waiting, absentParties, emptyFacts, toSolve } = attention
  const absent = absentParties.filter((name) => name !== '')
  return !archived && waiting + absent.length + emptyFacts + toSolve > 0
}

/** The agreements that are shown, and hold every word of the search in title or parties; accents and capitals do not count. */
export function filterAgreements(
  agreements: readonly ListedAgreement[],
  shown: Shown,
  search: string,
): ListedAgreement[] {
  const words = plain(search).split(/\s+/)
  return agreements.filter((agreement) => {
    const text = plain([agreement.title, ...agreement.partyNames].join(' '))
    return isShown(agreement, shown) && words.every((word) => text.includes(word))
  })
}

function isShown(agreement: ListedAgreement, shown: Shown): boolean {
  if (shown === 'archive') return agreement.archived
  if (shown === 'attention') return needsAttention(agreement)
  return !agreement.archived && (shown === 'current' || `status:${agreement.status}` === shown)
}

/** The statuses in a list, each once. */
export function statusesIn(agreements: readonly ListedAgreement[]): string[] {
  const known = agreements.filter(({ archived }) => !archived).flatMap(({ status }) => status ?? [])
  return [...new Set(known)]
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
