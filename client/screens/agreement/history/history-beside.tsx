import { useEffect } from 'react'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Failure } from '../../failure.tsx'
import type { OpenAgreement } from '../use-live.ts'
import type { Around } from '../workspace.tsx'
import { EverywhereSince } from './everywhere-since.tsx'
import { useHistoryRoom } from './history-room.ts'
import { OfArticle } from './of-article.tsx'
import { WhoWrote } from './who-wrote.tsx'
import './history.css'

export type BesideProps = {
  around: Around
  open: OpenAgreement
  /** Told when somebody goes to the paper. */
  onGone?: (() => void) | undefined
}

/** Who changed the article in view, what is new everywhere since one's last visit, and who wrote what. */
export function HistoryBeside(props: BesideProps) {
  const { state, refresh } = useHistoryRoom()
  useEffect(refresh, [refresh])
  const { around, open } = props
  useEffect(() => whileItChanges(open.observed.subscribe, refresh), [open, refresh])
  const entry = around.overview.entries.find(({ id }) => id === around.place) ?? around.overview.entries[0]
  return (
    <div className="hs-history">
      {entry === undefined ? null : <WhoWrote {...props} entry={entry} />}
      <Fresh />
      {entry === undefined || state.value === null ? null : <OfArticle {...props} entry={entry} />}
      {state.value === null ? null : <EverywhereSince {...props} />}
    </div>
  )
}

/** Rest (ms) between a change of the agreement and asking what the server made of it. */
const REST = 5000

/** Asks again after the agreement changed, at most once in a while. Returns its stop. */
function whileItChanges(subscribe: (listener: () => void) => () => void, ask: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const stop = subscribe(() => {
    timer ??= setTimeout(() => {
      timer = null
      ask()
    }, REST)
  })
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
  }
}

/** Whether the history is there: on its way, here, or not to be had. */
function Fresh() {
  const { history } = useText()
  const { state, refresh } = useHistoryRoom()
  const { value, failure, isBusy } = state
  if (failure !== null && value === null) return <Failure failure={failure} again={refresh} />
  if (value === null) {
    return (
      <div className="hs-history__busy" aria-busy="true">
        <p role="status">{history.busy}</p>
        <Skeleton width="80%" height="1.25rem" />
        <Skeleton width="100%" height="3.5rem" />
        <Skeleton width="100%" height="3.5rem" />
      </div>
    )
  }
  if (failure === null) return null
  return (
    <div className="hs-history__stale">
      <p>{history.notRefreshed}</p>
      <Button isBusy={isBusy} onPress={refresh}>
        {history.again}
      </Button>
    </div>
  )
}
