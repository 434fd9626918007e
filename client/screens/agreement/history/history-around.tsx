import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Change } from '../../../../shared/protocol/endpoints-history.ts'
import type { UndoHistory } from '../../../editor/index.ts'
import { useText } from '../../../text/index.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import type { OpenAgreement } from '../use-live.ts'
import { useWide } from '../use-wide.ts'
import type { Around } from '../workspace.tsx'
import { changesSinceVisit } from './changes.ts'
import { createAuthorship, type PaperAuthorship } from './history-authorship.ts'
import { HistoryBeside } from './history-beside.tsx'
import { type HistoryRoom, HistoryRoomProvider } from './history-room.ts'
import { partiesOf } from './people.ts'
import { type Restored, RestoredNotice } from './restored-notice.tsx'
import { useHistory } from './use-history.ts'

const AsItWas = lazy(() => import('./as-it-was.tsx').then(({ AsItWas }) => ({ default: AsItWas })))

type Props = { around: Around; open: OpenAgreement; children: ReactNode }

/** The history around the paper: fetched once, known to whatever shows it, with its dialogs. */
export function HistoryAround({ around, open, children }: Props) {
  const { history: words, everywhere } = useText()
  const { agreementId, you } = around
  const isWide = useWide()
  const history = useHistory(agreementId)
  const { refresh, older, hasOlder, value, failure, isBusy } = history
  const authorship = useAuthorship(open, refresh)
  const [isOpen, setOpen] = useState(false)
  const [looked, setLooked] = useState<Change | null>(null)
  const [restored, setRestored] = useState<Restored | null>(null)
  const undo = useRef<UndoHistory | null>(null)
  const parties = useMemo(
    () => partiesOf(around.overview.parties, everywhere.unnamedParty),
    [around.overview.parties, everywhere.unnamedParty],
  )
  useEffect(() => {
    authorship.know({ authors: value?.authors ?? [], parties, you, unknown: words.unknown })
  }, [authorship, value, parties, you, words.unknown])
  const room: HistoryRoom = {
    state: { value, failure, isBusy },
    ...{ you, authorship, undo, refresh, older, hasOlder },
    since: value === null ? [] : changesSinceVisit(value, you.personId),
    open: () => setOpen(true),
    look: (change) => {
      setOpen(false)
      setLooked(change)
    },
  }
  return (
    <HistoryRoomProvider value={room}>
      {children}
      <Dialog
        look={isWide ? 'plain' : 'sheet'}
        title={words.title}
        closeLabel={everywhere.close}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <HistoryBeside around={around} open={open} onGone={() => setOpen(false)} />
      </Dialog>
      {looked === null ? null : (
        <Suspense>
          <AsItWas around={around} change={looked} onRestored={setRestored} onClose={() => setLooked(null)} />
        </Suspense>
      )}
      {restored === null ? null : (
        <RestoredNotice
          key={restored.versionId}
          agreementId={agreementId}
          restored={restored}
          onClose={() => setRestored(null)}
        />
      )}
    </HistoryRoomProvider>
  )
}

/** Who wrote what, for as long as this agreement is open. Whoever is unknown is asked after. */
function useAuthorship({ live }: OpenAgreement, onStranger: () => void): PaperAuthorship {
  const [authorship] = useState(() => createAuthorship(live.doc, live.awareness, onStranger))
  return authorship
}
