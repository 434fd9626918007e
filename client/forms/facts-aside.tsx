import { type ReactNode, useState } from 'react'
import { useForms } from './forms-agreement.ts'

type Props = {
  summary: string
  /** The addresses and blocks inside, so that a jump to one of them finds its way. */
  holds: readonly string[]
  children: ReactNode
}

/** Facts behind a line that opens. They are made when it opens for the first time: a paper has many of them. */
export function FactsAside({ summary, holds, children }: Props) {
  const { canWrite, readActs } = useForms()
  const [wasOpened, setOpened] = useState(false)
  if (holds.length === 0 || (!canWrite && !readActs)) return null
  return (
    <details
      className="hs-sheet__facts"
      data-holds={holds.join(' ')}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true)
      }}
    >
      <summary>{summary}</summary>
      {wasOpened ? <div className="hs-facts-aside">{children}</div> : null}
    </details>
  )
}
