import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import { randomId } from '../../../shared/document/edit.ts'
import type { OpenPoint } from '../../../shared/protocol/endpoints-open-points.ts'
import { useText } from '../../text/index.ts'
import type { AgreementOverview } from '../agreement/overview-of.ts'
import { type Participants, useParticipants } from '../agreement/participants-now.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { type OpenPointsRoom, OpenPointsRoomProvider, type Prefill } from './open-points-room.ts'
import { PointsDialog } from './points-dialog.tsx'
import { entryName } from './section-name.ts'
import { usePointsStore } from './use-points-store.ts'
import { differing, withWaitingPoints } from './waiting-points.ts'

type Props = {
  agreementId: string
  open: OpenAgreement
  overview: AgreementOverview
  you: Participants['you']
  children: ReactNode
}

/** Fetches and follows the open points of an agreement for all that stands in it, and holds the dialog that makes one. */
export function OpenPointsAround({ agreementId, open, overview, you, children }: Props) {
  const { openPoints } = useText()
  const [prefill, setPrefill] = useState<Prefill | null>(null)
  const [taken, setTaken] = useState<OpenPoint | null>(null)
  const store = usePointsStore(agreementId, open, you)
  const state = useSyncExternalStore(store.subscribe, store.get)
  const people = useParticipants(agreementId)?.participants
  const { personId, name } = you
  const room = useMemo<OpenPointsRoom>(() => {
    const { kept, waiting, failure, isLoaded } = state
    const names = new Map(overview.entries.map((entry) => [entry.id, entryName(entry, openPoints)]))
    const words = {
      you: { personId, name },
      headingOf: (sectionId: string) => names.get(sectionId) ?? '',
      nameOf: (id: string) => people?.find((each) => each.personId === id)?.name ?? null,
    }
    return {
      agreementId,
      points: isLoaded ? withWaitingPoints(kept.points, waiting, words) : null,
      mayChange: kept.mayChange,
      failure,
      refresh: () => void store.refresh(),
      names,
      parties: overview.parties,
      people: (people ?? []).filter(({ state: now }) => now === 'active'),
      add: (point) => store.say({ kind: 'add', point }),
      change: (point, said) => {
        const change = differing(point, said)
        if (Object.keys(change).length > 0) store.say({ kind: 'change', pointId: point.id, change })
      },
      tick: (pointId, isDone) => store.say({ kind: 'change', pointId, change: { isDone } }),
      remove: (taking) => {
        store.say({ kind: 'remove', pointId: taking.id })
        setTaken(taking)
      },
      again: (ids) => ids.forEach(store.again),
      drop: (ids) => ids.forEach(store.drop),
      taken,
      putBack: ({ sectionId, text, owner, due }) => {
        const place = sectionId !== null && names.has(sectionId) ? sectionId : null
        store.say({ kind: 'add', point: { id: randomId(), sectionId: place, text, owner, due } })
        setTaken(null)
      },
      make: setPrefill,
    }
  }, [agreementId, store, state, overview, people, personId, name, openPoints, taken])
  return (
    <OpenPointsRoomProvider value={room}>
      {children}
      {prefill === null ? null : <PointsDialog prefill={prefill} onClose={() => setPrefill(null)} />}
    </OpenPointsRoomProvider>
  )
}
