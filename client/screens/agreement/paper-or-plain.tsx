import { useEffect, useMemo } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { observeAgreement } from '../../../shared/document/observe.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import type { Template } from '../../../shared/template/template.ts'
import type { Surroundings } from './agreement-screen.tsx'
import { overviewOf } from './overview-of.ts'
import { useDerived } from './use-derived.ts'

type PaperProps = {
  doc: Y.Doc
  awareness: Awareness
  me: Surroundings['you']
  canWrite: boolean
  catalog: Catalog
  template: Template | null
  onPlace: (place: string | null) => void
}

export function Paper({ doc, catalog }: PaperProps) {
  const observed = useMemo(() => observeAgreement(doc), [doc])
  useEffect(() => () => observed.stop(), [observed])
  const { title, entries } = useDerived(observed.subscribe, () => overviewOf(observed.get(), catalog))
  return (
    <div className="hs-paper-sheet">
      <h1>{title}</h1>
      {entries.map(({ id, number, heading }) => (
        <h2 key={id} id={`place-${id}`} tabIndex={-1}>
          {number} {heading}
        </h2>
      ))}
    </div>
  )
}

export function jumpTo(id: string): void {
  document.getElementById(`place-${id}`)?.focus()
}
