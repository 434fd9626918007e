import type { OpenPoint } from '../../../shared/protocol/endpoints-open-points.ts'
import { keyOf, type OwnerKey } from './owner.ts'

export type PointGroup<P> = { key: string; name: string; points: P[] }

/** The points by article, in the order of the articles: those about the whole first, those of articles that are gone last. */
export function byArticle<P extends OpenPoint>(
  points: readonly P[],
  names: ReadonlyMap<string, string>,
  words: { whole: string; gone: (heading: string) => string },
): PointGroup<P>[] {
  const at = (sectionId: string | null) => points.filter((point) => point.sectionId === sectionId)
  const goneIds = new Set(
    points.flatMap(({ sectionId }) => (sectionId !== null && !names.has(sectionId) ? [sectionId] : [])),
  )
  const gone = [...goneIds].map((id) => {
    const those = at(id)
    return { key: id, name: words.gone(those[0]?.heading ?? ''), points: those }
  })
  return [
    { key: '', name: words.whole, points: at(null) },
    ...[...names].map(([id, name]) => ({ key: id, name, points: at(id) })),
    ...gone,
  ].filter((group) => group.points.length > 0)
}

/** The points by who does them, in the order in which people can be chosen; what nobody does yet comes first. */
export function byOwner<P extends OpenPoint>(
  points: readonly P[],
  options: readonly { key: OwnerKey; label: string }[],
  nameOf: (point: P) => string,
): PointGroup<P>[] {
  const groups = new Map<string, PointGroup<P>>(
    options.map(({ key, label }) => [key, { key, name: label, points: [] }]),
  )
  for (const point of points) {
    const key = keyOf(point.owner)
    const group = groups.get(key) ?? { key, name: nameOf(point), points: [] }
    group.points.push(point)
    groups.set(key, group)
  }
  return [...groups.values()].filter((group) => group.points.length > 0)
}
