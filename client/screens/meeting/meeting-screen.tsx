import { type ReactNode, useRef } from 'react'
import type { Template } from '../../../shared/template/template.ts'
import type { StandingConnection } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AkkoordAround } from '../agreement/akkoord/akkoord-around.tsx'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { type AgreementOverview, overviewOf } from '../agreement/overview-of.ts'
import { type Surroundings, useSurroundings } from '../agreement/surroundings.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { type OpenAgreement, useOpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { usePeople } from '../agreement/use-people.ts'
import { useTemplate } from '../agreement/use-template.ts'
import { OpenPointsAround } from '../open-points/open-points-around.tsx'
import { Page } from '../page.tsx'
import { articleInAddress } from './screen-address.ts'
import { type Stage, useStage } from './use-stage.ts'

/** What the parts of a screen of one article work with. */
export type OnStage = {
  agreementId: string
  open: OpenAgreement
  connection: StandingConnection
  surroundings: Surroundings
  overview: AgreementOverview
  template: Template | null
  stage: Stage
}

type ScreenProps = {
  agreementId: string
  /** Shows its article to everybody when who leads opens it. */
  showsAtOnce: boolean
  children: (on: OnStage) => ReactNode
}

/** Opens an agreement for a screen of one article: what is on its way, what is not to be had, and then the article. */
export function MeetingScreen({ agreementId, ...rest }: ScreenProps) {
  const surroundings = useSurroundings(agreementId)
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken')
    return <CannotOpen failure={surroundings.failure} again={surroundings.again} />
  if (surroundings.state === 'busy' || open === null) return <Busy />
  return <Opened agreementId={agreementId} surroundings={surroundings.value} open={open} {...rest} />
}

type OpenedProps = ScreenProps & { surroundings: Surroundings; open: OpenAgreement }

function Opened({ agreementId, surroundings, open, showsAtOnce, children }: OpenedProps) {
  const { meeting } = useText()
  const connection = useStandingConnection(open.live)
  const { you, catalog } = surroundings
  const overview = useDerived(open.observed.subscribe, () => overviewOf(open.observed.get(), catalog))
  const people = usePeople(open, you)
  const template = useTemplate(agreementId, overview.templateId)
  const first = useRef(articleInAddress(location.hash)).current
  const stage = useStage({
    ...{ agreementId, open, connection, overview, people, you, showsAtOnce, first },
  })
  if (!connection.opened) return <Busy />
  if (stage === null)
    return (
      <Page title={meeting.screen.title}>
        <h1>{meeting.screen.title}</h1>
        <Callout kind="info">{meeting.screen.empty}</Callout>
      </Page>
    )
  return (
    <OpenPointsAround {...{ agreementId, open, overview, you }}>
      <AkkoordAround {...{ agreementId, open, surroundings }}>
        {children({ agreementId, open, connection, surroundings, overview, template, stage })}
      </AkkoordAround>
    </OpenPointsAround>
  )
}

function Busy() {
  const { meeting } = useText()
  return (
    <Page title={meeting.screen.title}>
      <h1>{meeting.screen.title}</h1>
      <p role="status">{meeting.screen.busy}</p>
      <Skeleton width="100%" height="3rem" />
      <Skeleton width="100%" height="14rem" />
    </Page>
  )
}
