import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { randomId } from '../../../shared/document/edit.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { OpenPoint } from '../../../shared/protocol/endpoints-open-points.ts'
import { call, callOrRecall } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import type { AgreementOverview } from '../agreement/overview-of.ts'
import { useParticipants } from '../agreement/participants-now.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { useFollowed } from '../use-followed.ts'
import { type OpenPointsRoom, OpenPointsRoomProvider, type Prefill } from './open-points-room.ts'
import { PointsDialog } from './points-dialog.tsx'
import { entryName } from './section-name.ts'

type Props = {
  agreementId: string
  open: OpenAgreement
  overview: AgreementOverview
  children: ReactNode
}

/** Fetches and follows the open points of an agreement for all that stands in it, and holds the dialog that makes one. */
export function OpenPointsAround({ agreementId, open, overview, children }: Props) {
  const { openPoints } = useText()
  const [prefill, setPrefill] = useState<Prefill | null>(null)
  const [taken, setTaken] = useState<OpenPoint | null>(null)
  const at = useMemo(() => ({ params: { id: agreementId } }), [agreementId])
  const load = useCallback(() => callOrRecall(agreementId, endpoints.getOpenPoints, at), [agreementId, at])
  const followed = useFollowed(open.live, 'open-points', load)
  const { value, failure, refresh, change } = followed
  const people = useParticipants(agreementId)?.participants
  const room = useMemo<OpenPointsRoom>(() => {
    const atPoint = (pointId: string) => ({ params: { id: agreementId, pointId } })
    const put = (kept: OpenPointsRoom['points'] & object) =>
      change((now) => {
        const others = now.points.filter(({ id }) => !kept.some((point) => point.id === id))
        const known = new Set(now.points.map(({ id }) => id))
        const isNew = kept.every(({ id }) => !known.has(id))
        const points = isNew
          ? [...others, ...kept]
          : now.points.map((point) => kept.find(({ id }) => id === point.id) ?? point)
        return { ...now, points }
      })
    const names = new Map(overview.entries.map((entry) => [entry.id, entryName(entry, openPoints)]))
    return {
      agreementId,
      points: value?.points ?? null,
      mayChange: value?.mayChange ?? false,
      failure,
      refresh,
      names,
      parties: overview.parties,
      people: (people ?? []).filter(({ state }) => state === 'active'),
      add: async (point) => put([await call(endpoints.addOpenPoint, { ...at, body: point })]),
      change: async (id, body) => put([await call(endpoints.changeOpenPoint, { ...atPoint(id), body })]),
      remove: async (taking) => {
        await call(endpoints.removeOpenPoint, atPoint(taking.id))
        change((now) => ({ ...now, points: now.points.filter(({ id }) => id !== taking.id) }))
        setTaken(taking)
      },
      taken,
      putBack: async ({ sectionId, text, owner, due }) => {
        const place = sectionId !== null && names.has(sectionId) ? sectionId : null
        put([
          await call(endpoints.addOpenPoint, {
            ...at,
            body: { id: randomId(), sectionId: place, text, owner, due },
          }),
        ])
        setTaken(null)
      },
      make: setPrefill,
    }
  }, [agreementId, at, value, failure, refresh, change, overview, people, openPoints, taken])
  return (
    <OpenPointsRoomProvider value={room}>
      {children}
      {prefill === null ? null : <PointsDialog prefill={prefill} onClose={() => setPrefill(null)} />}
    </OpenPointsRoomProvider>
  )
}
