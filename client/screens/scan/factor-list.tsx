import { FactorCard, type FactorProps } from './factor-card.tsx'
import { clusterLabelOf } from './picture-of.ts'

/** All factors under each other, by cluster. */
export function FactorList(props: FactorProps) {
  const { catalog } = props
  const clusters = [...Map.groupBy(catalog.factors, ({ clusterId }) => clusterId)]
  return (
    <div className="hs-scan-list">
      {clusters.map(([clusterId, factors]) => (
        <section key={clusterId} className="hs-scan-list__cluster" aria-labelledby={`scan-list-${clusterId}`}>
          <h3 id={`scan-list-${clusterId}`} lang="nl">
            {clusterLabelOf(clusterId, catalog)}
          </h3>
          {factors.map((factor) => (
            <FactorCard key={factor.id} {...props} factor={factor} />
          ))}
        </section>
      ))}
    </div>
  )
}
