import type { GatheredRemark } from '../../../shared/protocol/endpoints-consultation.ts'
import type { OutlineEntry } from '../agreement/overview-of.ts'

export type RemarkGroup = {
  key: string
  /** Null for the agreement as a whole. */
  heading: string | null
  /** The article is in the text still. */
  isHere: boolean
  remarks: readonly GatheredRemark[]
}

/** Remarks per article, in the order of the text; then those on articles that are gone, by what they were called; then those on the whole. */
export function groupsOf(
  remarks: readonly GatheredRemark[],
  entries: readonly OutlineEntry[],
): RemarkGroup[] {
  const by = Map.groupBy(remarks, ({ sectionId }) => sectionId)
  const here = entries.flatMap(({ id, number, heading }) => {
    const group = by.get(id)
    return group === undefined
      ? []
      : [{ key: id, heading: [number, heading].filter(Boolean).join('. '), isHere: true, remarks: group }]
  })
  const known = new Set(entries.map(({ id }) => id))
  const gone = [...by].flatMap(([id, group]) =>
    id === null || known.has(id)
      ? []
      : [{ key: id, heading: group[0]?.heading ?? '', isHere: false, remarks: group }],
  )
  const whole = by.get(null)
  return [...here, ...gone, ...(whole ? [{ key: '', heading: null, isHere: true, remarks: whole }] : [])]
}
