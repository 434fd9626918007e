import { lazy, type ReactNode, Suspense } from 'react'
import { useText } from '../../text/index.ts'
import { Tabs } from '../../ui/tabs.tsx'
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

/** What stands beside the text: the explanation of the article in view, the advice on it, and its history. */
export function BesideText({ around, open, advice }: BesideProps) {
  const words = useText()
  return (
    <div className="hs-beside">
      <Tabs
        label={words.advice.tabs}
        pages={[
          { key: 'guidance', label: words.agreement.bar.guidance, content: <GuidanceText around={around} /> },
          { key: 'advice', label: words.advice.tab, content: advice },
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
