import type { ReactNode } from 'react'
import { drawTitle } from '../../shared/agreement/title.ts'
import { useText } from '../text/index.ts'
import { Link } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { CannotOpen } from './agreement/cannot-open.tsx'
import { ConnectionSaid } from './agreement/connection-said.tsx'
import { type Surroundings, useSurroundings } from './agreement/surroundings.ts'
import { useDerived } from './agreement/use-derived.ts'
import { type OpenAgreement, useOpenAgreement } from './agreement/use-live.ts'
import { Page } from './page.tsx'
import './beside-agreement.css'

/** What a screen beside the paper works with. */
export type OpenedBeside = { agreementId: string; open: OpenAgreement; surroundings: Surroundings }

type BesideProps = {
  agreementId: string
  /** `busy` is said while the agreement is on its way. */
  words: { title: string; busy: string }
  children: (opened: OpenedBeside) => ReactNode
}

/** A screen beside the paper: opens what the paper has open, has the shape of what comes meanwhile, and says why when it does not come. */
export function BesideAgreement({ agreementId, words, children }: BesideProps) {
  const surroundings = useSurroundings(agreementId)
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken')
    return <CannotOpen failure={surroundings.failure} again={surroundings.again} />
  if (surroundings.state === 'busy' || open === null)
    return (
      <Page title={words.title}>
        <h1>{words.title}</h1>
        <Waiting sentence={words.busy} />
      </Page>
    )
  return children({ agreementId, open, surroundings: surroundings.value })
}

/** The shape of what is on its way, with a sentence that says so. */
export function Waiting({ sentence }: { sentence: string }) {
  return (
    <div className="hs-stack" aria-busy="true">
      <p role="status">{sentence}</p>
      <Skeleton width="100%" height="6rem" />
      <Skeleton width="100%" height="6rem" />
    </div>
  )
}

/** The way back to the agreement, called the same everywhere. */
export function ToAgreement({ agreementId }: Pick<OpenedBeside, 'agreementId'>) {
  const { toAgreement } = useText().everywhere
  return <Link href={`/agreements/${encodeURIComponent(agreementId)}`}>{toAgreement}</Link>
}

/** Above the heading: the way back to the text, whether all is kept, and of which agreement this is. */
export function BesideHead({ agreementId, open }: Omit<OpenedBeside, 'surroundings'>) {
  return (
    <div className="hs-beside__head">
      <ToAgreement agreementId={agreementId} />
      <ConnectionSaid live={open.live} />
      <AgreementTitle open={open} />
    </div>
  )
}

/** Of which agreement a screen beside the paper is: who has several, or looks at a wall, sees nothing else that says so. */
export function AgreementTitle({ open: { observed } }: Pick<OpenedBeside, 'open'>) {
  const { untitled } = useText().everywhere
  const title = useDerived(observed.subscribe, () => drawTitle(observed.get()))
  return (
    <p className="hs-beside__title" lang="nl" dir="auto">
      {title || untitled}
    </p>
  )
}
