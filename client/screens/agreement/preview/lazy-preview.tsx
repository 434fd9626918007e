import { type ComponentProps, useCallback } from 'react'
import { CallFailed } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Failure } from '../../failure.tsx'
import { useLoad } from '../../load.ts'
import { PaperSkeleton } from '../paper-skeleton.tsx'
import { themeAtHand } from '../theme-at-hand.ts'
import type { Preview } from './preview.tsx'

/** Fetches the preview. Once here it works without a connection, so who opens a paper fetches it when there is time. */
export function fetchPreview(): Promise<typeof import('./preview.tsx')> {
  return import('./preview.tsx').catch(() => {
    throw new CallFailed({ kind: 'unreachable' })
  })
}

type Props = Omit<ComponentProps<typeof Preview>, 'theme'> & { agreementId: string }

/**
 * The preview, fetched when it is first asked for, with the look of its papers: both are there when it is drawn, so that nothing jumps. A fetch
 * that fails is told in its place: the page around it stays, and with it what is not kept yet.
 */
export function LazyPreview({ agreementId, ...props }: Props) {
  const { preview } = useText().agreement
  const fetched = useLoad(
    useCallback(() => Promise.all([fetchPreview(), themeAtHand(agreementId)]), [agreementId]),
  )
  if (fetched.state === 'broken') return <Failure failure={fetched.failure} again={fetched.again} />
  if (fetched.state === 'busy') return <PaperSkeleton sentence={preview.busy} />
  const [{ Preview: Fetched }, theme] = fetched.value
  return <Fetched {...props} theme={theme} />
}
