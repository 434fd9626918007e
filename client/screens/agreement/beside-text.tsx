import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useText } from '../../text/index.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { PointsBeside } from '../open-points/points-beside.tsx'
import { useListInAddress } from '../proposals/asked-in-address.ts'
import { ProposalList } from '../proposals/proposal-list.tsx'
import { CommentsBeside } from './comments/comments-beside.tsx'
import { useCommentsRoom } from './comments/comments-room.ts'
import { GuidanceText } from './guidance-panel.tsx'
import { HistoryBeside } from './history/history-beside.tsx'
import { jumpTo } from './paper/jump-to.ts'
import type { Surroundings } from './surroundings.ts'
import type { OpenAgreement } from './use-live.ts'
import type { Around } from './workspace.tsx'
import './beside-text.css'

const AdviceBeside = lazy(() =>
  import('../advice/advice-beside.tsx').then(({ AdviceBeside }) => ({ default: AdviceBeside })),
)

type BesideProps = { around: Around; open: OpenAgreement; advice: ReactNode }

/** What stands beside the text: the explanation of the article in view, what people say about it, the advice on it, and its history. */
export function BesideText({ around, open, advice }: BesideProps) {
  const words = useText()
  const { openings } = useCommentsRoom()
  const first = useListInAddress() ? 'proposals' : 'guidance'
  const [shown, setShown] = useState(openings > 0 ? 'comments' : first)
  useEffect(() => {
    if (openings > 0) setShown('comments')
  }, [openings])
  return (
    <div className="hs-beside">
      <Tabs
        label={words.advice.tabs}
        shown={shown}
        onShow={setShown}
        pages={[
          {
            key: 'guidance',
            label: words.agreement.bar.guidance,
            content: (
              <>
                <GuidanceText around={around} />
                <PointsBeside around={around} />
              </>
            ),
          },
          { key: 'comments', label: words.comments.tab, content: <CommentsBeside around={around} /> },
          { key: 'advice', label: words.advice.tab, content: advice },
          {
            key: 'proposals',
            label: words.proposals.tab,
            content: <ProposalList around={around} place={around.place} />,
          },
          {
            key: 'history',
            label: words.history.tab,
            content: <HistoryBeside around={around} open={open} />,
          },
        ]}
      />
    </div>
  )
}

type AdviceProps = {
  around: Around
  open: OpenAgreement
  surroundings: Surroundings
  /** Told when a step leads to the paper. */
  onGone: (() => void) | undefined
}

/** The advice on the article in view, fetched when somebody looks at it. */
export function AdviceOfPlace({ around, open, surroundings, onGone }: AdviceProps) {
  const { advice } = useText()
  const { agreementId, overview, place } = around
  const entry = overview.entries.find(({ id }) => id === place) ?? null
  const goTo = (target: string) => {
    const isThere = jumpTo(target)
    if (isThere) onGone?.()
    return isThere
  }
  return (
    <Suspense fallback={<p className="hs-soft hs-guidance">{advice.busy}</p>}>
      <AdviceBeside
        agreementId={agreementId}
        open={open}
        surroundings={surroundings}
        entry={entry}
        goTo={goTo}
      />
    </Suspense>
  )
}
