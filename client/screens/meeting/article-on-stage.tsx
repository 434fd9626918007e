import { type MouseEvent, useMemo } from 'react'
import { buildOutline } from '../../../shared/outline/build-outline.ts'
import type { Section } from '../../../shared/outline/outline.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import type { OutlineEntry } from '../agreement/overview-of.ts'
import { OutlineSection } from '../agreement/preview/outline-section.tsx'
import { previewId } from '../agreement/preview/preview-id.ts'
import { useDerived } from '../agreement/use-derived.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import '../agreement/preview/preview.css'
import './stage.css'

type StageProps = {
  open: OpenAgreement
  catalog: Catalog
  entry: OutlineEntry
  /** A reference in the text leads to another article. */
  go: (articleId: string) => void
}

/** One article or annex as it stands on paper, following what is written. */
export function ArticleOnStage({ open, catalog, entry, go }: StageProps) {
  const section = useSection(open, catalog, entry.id)
  if (section === null) return null
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (link === null) return
    event.preventDefault()
    const prefix = `#${previewId('')}`
    go(link.getAttribute('href')?.slice(prefix.length) ?? '')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears of the links in it, which are reached by keyboard themselves
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by keyboard is a click too
    <div className="hs-leaves hs-stage-text" lang="nl" dir="ltr" onClick={onClick}>
      <div className="hs-leaf">
        <OutlineSection section={section} kind={entry.kind} />
      </div>
    </div>
  )
}

/** The article as the outline draws it; null for one that is gone. */
function useSection({ observed }: OpenAgreement, catalog: Catalog, id: string): Section | null {
  const body = useDerived(observed.subscribe, observed.get)
  return useMemo(() => {
    const { sections, annexes } = buildOutline(body, catalog, { status: 'draft' }).value
    return [...sections, ...annexes].find((section) => section.id === id) ?? null
  }, [body, catalog, id])
}
