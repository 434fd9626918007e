import { useMemo } from 'react'
import type { Theme } from '../../../../shared/agreement/theme.ts'
import type { ObservedAgreement } from '../../../../shared/document/observe.ts'
import { buildOutline } from '../../../../shared/outline/build-outline.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'
import { useDerived } from '../use-derived.ts'
import { OutlinePaper } from './outline-paper.tsx'

type PreviewProps = {
  observed: ObservedAgreement
  catalog: Catalog
  isFixed: boolean
  theme: Theme | null
}

/** The agreement as the Word file will have it, for reading. Follows what is written; made here, so also without a connection. */
export function Preview({ observed, catalog, isFixed, theme }: PreviewProps) {
  const body = useDerived(observed.subscribe, observed.get)
  const status = isFixed ? 'agreed' : 'draft'
  const outline = useMemo(() => buildOutline(body, catalog, { status }).value, [body, catalog, status])
  return <OutlinePaper outline={outline} theme={theme} />
}
