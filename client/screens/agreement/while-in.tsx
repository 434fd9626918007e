import { lazy, type ReactNode } from 'react'
import { useOver } from './access-over.ts'

// Seldom told, and what it says of unsent words is much to fetch for who comes in for the first time.
const NoLongerIn = lazy(() =>
  import('./no-longer-in.tsx').then(({ NoLongerIn }) => ({ default: NoLongerIn })),
)

/**
 * The screens of an agreement for as long as the person is in it. Once the server says that this is over, nothing of the text stands on the
 * open page any more, but for what the person wrote that was never kept.
 */
export function WhileIn({ agreementId, children }: { agreementId: string; children: ReactNode }) {
  const over = useOver(agreementId)
  return over === null ? children : <NoLongerIn agreementId={agreementId} over={over} />
}
