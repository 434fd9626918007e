import type { ReactNode } from 'react'
import { usePaperHost } from '../../../editor/index.ts'
import { FactInput } from '../../../forms/index.ts'

type Props = {
  id: string
  /** "Artikel 6", null when it has no number. */
  numberWords: string | null
  address: string
  heading: string | null
  /** Name of the field for a screen reader. */
  label: string
  /** What can be done with the whole. */
  menu: ReactNode
}

/** The heading of an article or annex: its number is drawn, its words are written where they stand. */
export function SectionHeading({ id, numberWords, address, heading, label, menu }: Props) {
  const { canWrite } = usePaperHost()
  return (
    <div className="hs-sheet__head">
      <h2 id={id} className="hs-sheet__heading" aria-label={[numberWords, heading].filter(Boolean).join(' ')}>
        {numberWords === null ? null : <span className="hs-sheet__number">{numberWords}</span>}
        {canWrite ? (
          <FactInput look="cell" address={address} value={heading} label={label} placeholder={label} />
        ) : (
          <span>{heading}</span>
        )}
      </h2>
      {menu}
    </div>
  )
}
