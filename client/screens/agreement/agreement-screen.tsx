import { useCallback } from 'react'
import type { z } from 'zod'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type Catalog, catalog } from '../../../shared/template/catalog.ts'
import { CallFailed, call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { CannotOpen } from './cannot-open.tsx'
import { PaperSkeleton } from './paper-skeleton.tsx'
import { useOpenAgreement } from './use-live.ts'
import { Workspace } from './workspace.tsx'
import './agreement.css'

type Participants = z.output<(typeof endpoints.getParticipants)['success']['body']>

/** What is fetched once for an agreement: who you are in it, and the words of the catalogue. */
export type Surroundings = { you: Participants['you']; catalog: Catalog }

async function loadSurroundings(agreementId: string): Promise<Surroundings> {
  const [{ you }, words] = await Promise.all([
    call(endpoints.getParticipants, { params: { id: agreementId } }),
    call(endpoints.getCatalog, {}),
  ])
  const parsed = catalog.safeParse(words)
  if (!parsed.success) throw new CallFailed({ kind: 'unexpected', status: 200 })
  return { you, catalog: parsed.data }
}

/** One agreement, open for writing together. */
export function AgreementScreen({ agreementId }: { agreementId: string }) {
  const surroundings = useLoad(useCallback(() => loadSurroundings(agreementId), [agreementId]))
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken') {
    return <CannotOpen failure={surroundings.failure} again={surroundings.again} />
  }
  if (surroundings.state === 'busy' || open === null) return <Opening />
  return <Workspace agreementId={agreementId} open={open} surroundings={surroundings.value} />
}

function Opening() {
  const { agreement } = useText()
  return (
    <Page title={agreement.busy}>
      <PaperSkeleton sentence={agreement.busy} />
    </Page>
  )
}
