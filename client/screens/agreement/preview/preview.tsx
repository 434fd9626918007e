import { useMemo } from 'react'
import type { ObservedAgreement } from '../../../../shared/document/observe.ts'
import { buildOutline } from '../../../../shared/outline/build-outline.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'
import { useDerived } from '../use-derived.ts'
import { OutlinePaper } from './outline-paper.tsx'

/** The agreement as the Word file will have it, for reading. Follows what is written; made here, so also without a connection. */
export function Preview({ observed, catalog }: { observed: ObservedAgreement; catalog: Catalog }) {
  const body = useDerived(observed.subscribe, observed.get)
  const outline = useMemo(() => buildOutline(body, catalog, { status: 'draft' }).value, [body, catalog])
  return <OutlinePaper outline={outline} />
}
