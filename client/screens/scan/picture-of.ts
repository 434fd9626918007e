import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Party } from '../../../shared/agreement/party.ts'
import type { Catalog, Factor } from '../../../shared/template/catalog.ts'

/** One factor as the parties scored it. */
export type PictureRow = {
  factor: Factor
  clusterLabel: string
  /** In the order in which the parties stand in the agreement. */
  scores: { partyId: string; score: number }[]
  low: number
  high: number
  /** Distance between the lowest and the highest score. */
  difference: number
  /** Average over the parties: how heavy it weighs for all together. */
  height: number
  /** The help itself is scored clearly lower by who gives it than by who knows the families. */
  isServiceGap: boolean
}

export type PictureOrder = 'difference' | 'height' | 'cluster'

/** A cluster in numbers: on how many of its factors the parties look alike (at most one apart) and on how many they differ. */
export type ClusterSummary = {
  id: string
  label: string
  alike: number
  apart: number
  height: number
  /** By number. */
  rows: PictureRow[]
}

/** From here on two scores are clearly different. */
export const CLEAR_DIFFERENCE = 2

type Role = Party['role']
type Body = Pick<AgreementBody, 'factorScores'> & { parties: readonly { id: string; role: Role }[] }

/**
 * The picture of open scores: the factors that somebody scored, in the order of the catalogue. It compares views on a factor and never adds
 * up what one party scored.
 */
export function pictureOf(
  { factorScores, parties }: Body,
  catalog: Pick<Catalog, 'factors' | 'frameworks'>,
): PictureRow[] {
  return catalog.factors.flatMap((factor) => {
    const given = factorScores[factor.id] ?? {}
    const scores = parties.flatMap(({ id }) => {
      const score = Object.hasOwn(given, id) ? given[id] : undefined
      return score === undefined ? [] : { partyId: id, score }
    })
    if (scores.length === 0) return []
    const values = scores.map(({ score }) => score)
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return {
      factor,
      clusterLabel: clusterLabelOf(factor.clusterId, catalog),
      scores,
      low,
      high,
      difference: high - low,
      height: average(values),
      isServiceGap: isServiceGap(factor, scores, parties),
    }
  })
}

/** The rows in another order; equal ones stay in the order of the catalogue. */
export function inOrder(rows: readonly PictureRow[], order: PictureOrder): PictureRow[] {
  if (order === 'cluster') return [...rows]
  return rows.toSorted((one, other) => other[order] - one[order])
}

/** The clusters that have scores, in the order of the catalogue. */
export function clusterSummaries(rows: readonly PictureRow[]): ClusterSummary[] {
  const byNumber = rows.toSorted((one, other) => one.factor.number - other.factor.number)
  const byCluster = Map.groupBy(byNumber, ({ factor }) => factor.clusterId)
  return [...byCluster].map(([id, mine]) => ({
    id,
    label: mine[0]?.clusterLabel ?? id,
    alike: mine.filter(({ scores, difference }) => scores.length > 1 && difference < CLEAR_DIFFERENCE).length,
    apart: mine.filter(({ difference }) => difference >= CLEAR_DIFFERENCE).length,
    height: average(mine.flatMap(({ scores }) => scores.map(({ score }) => score))),
    rows: mine,
  }))
}

export function clusterLabelOf(clusterId: string, { frameworks }: Pick<Catalog, 'frameworks'>): string {
  const clusters = frameworks.flatMap((framework) => framework.clusters)
  return clusters.find(({ id }) => id === clusterId)?.label ?? clusterId
}

/**
 * The brochure behind the catalogue found that services rate thresholds on their own side as less serious than migrant organisations
 * do (domain pack, clusters.json). Such a gap is worth a talk; nobody is right by it.
 */
function isServiceGap(factor: Factor, scores: PictureRow['scores'], parties: Body['parties']): boolean {
  const scoresOf = (role: Role) =>
    scores.filter(({ partyId }) => parties.find(({ id }) => id === partyId)?.role === role)
  const isLower = scoresOf('youth_care_provider').some((provider) =>
    scoresOf('migrant_organisation').some(({ score }) => score - provider.score >= CLEAR_DIFFERENCE),
  )
  return isLower && factor.side !== 'families'
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
