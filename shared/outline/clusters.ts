import type { AgreementBody } from '../agreement/agreement.ts'
import type { PaperCatalog } from './paper-catalog.ts'

/** The name of a cluster: of a line the parties named themselves, else of the framework; else its key. */
export function clusterLabel(clusterId: string, catalog: PaperCatalog, body: AgreementBody | null): string {
  const own = body?.customClusters.find((cluster) => cluster.id === clusterId)?.labelNl
  if (own) return own
  const clusters = catalog.frameworks.flatMap((framework) => framework.clusters)
  return clusters.find((cluster) => cluster.id === clusterId)?.label ?? clusterId
}

/**
 * The clusters that `tasks:by_line` shows, in order: the parties' own lines or, without them, those of the framework; then
 * every other cluster that a task names, so that no task is left off the paper.
 */
export function clustersOnPaper(body: AgreementBody, catalog: PaperCatalog): string[] {
  const own = body.customClusters.map((cluster) => cluster.id)
  const framework = catalog.frameworks.find(({ id }) => id === body.clusterFrameworkId)
  const base = own.length > 0 ? own : (framework?.clusters ?? []).map((cluster) => cluster.id)
  return [...new Set([...base, ...body.tasks.flatMap((task) => task.clusterId ?? [])])]
}
