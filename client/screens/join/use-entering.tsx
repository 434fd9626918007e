import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { participant } from '../../../shared/protocol/participant.ts'
import { liveConnections } from '../../connection/index.ts'
import { rememberSharedComputer } from '../../offered/index.ts'
import { useAction } from '../load.ts'
import type { Entry } from './enter-form.tsx'
import { Waiting } from './waiting.tsx'

type Entered = { agreementId: string; participant: z.output<typeof participant> }

/**
 * Coming in by a link or a code: to the text, or to the place where one waits to be let in. `waiting` is drawn instead of the form once
 * there is something to wait for.
 */
export function useEntering(enter: (entry: Entry) => Promise<Entered>, go: (address: string) => void) {
  const [waitsFor, setWaitsFor] = useState<string | null>(null)
  const entering = useAction(
    async (entry: Entry) => ({ entry, entered: await enter(entry) }),
    ({ entry, entered }) => {
      // Before anything of the agreement is opened: on a shared computer nothing of it may be kept.
      rememberSharedComputer(entry.sharedComputer)
      const { agreementId } = entered
      liveConnections.end(agreementId)
      if (entered.participant.state === 'waiting') setWaitsFor(agreementId)
      else go(`/agreements/${encodeURIComponent(agreementId)}`)
    },
  )
  const waiting: ReactNode =
    waitsFor === null ? null : (
      <Waiting agreementId={waitsFor} onLetIn={() => go(`/agreements/${encodeURIComponent(waitsFor)}`)} />
    )
  return { ...entering, waiting }
}
