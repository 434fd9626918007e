import { useCallback } from 'react'
import type { z } from 'zod'
import { endpoints, type templateSummary } from '../../../shared/protocol/endpoints.ts'
import { call, listAgreements } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Failure } from '../failure.tsx'
import { type Loaded, useLoad } from '../load.ts'
import { MyAgreements } from './my-agreements.tsx'
import { TemplateCards } from './template-cards.tsx'

export type TemplateSummary = z.output<typeof templateSummary>

/** Templates for who may start; none for a guest. */
export async function loadTemplates(): Promise<TemplateSummary[]> {
  return (await call(endpoints.listTemplates, {})).templates
}

/** What you have, and what you can begin. */
export function Overview({ canStart }: { canStart: boolean }) {
  const agreements = useLoad(listAgreements)
  const templates = useLoad(useCallback(async () => (canStart ? loadTemplates() : []), [canStart]))
  return (
    <>
      <WhenReady loaded={agreements}>{(list, again) => <MyAgreements list={list} again={again} />}</WhenReady>
      {canStart ? (
        <WhenReady loaded={templates}>{(value) => <TemplateCards templates={value} />}</WhenReady>
      ) : null}
      <CheckLink />
    </>
  )
}

/** Whoever leads a meeting elsewhere can find out the day before whether it works from there. */
function CheckLink() {
  const { check } = useText()
  return (
    <p>
      {check.before} <Link href="/verbinding">{check.link}</Link>
    </p>
  )
}

/** Without a word of the server about who this is: what this device last saw, when it saw anything. */
export function OverviewWithoutServer({ again }: { again: () => void }) {
  const agreements = useLoad(listAgreements)
  if (agreements.state === 'broken') return <Failure failure={agreements.failure} again={again} />
  return <WhenReady loaded={agreements}>{(list) => <MyAgreements list={list} again={again} />}</WhenReady>
}

type WhenReadyProps<T> = {
  loaded: Loaded<T>
  children: (value: T, again: () => void) => React.ReactNode
}

function WhenReady<T>({ loaded, children }: WhenReadyProps<T>) {
  const { start } = useText()
  if (loaded.state === 'ready') return children(loaded.value, loaded.again)
  if (loaded.state === 'broken') return <Failure failure={loaded.failure} again={loaded.again} />
  return (
    <div className="hs-sheet hs-stack" aria-busy="true">
      <p className="hs-soft">{start.busy}</p>
      <Skeleton width="60%" height="1.4em" />
      <Skeleton width="40%" />
    </div>
  )
}
