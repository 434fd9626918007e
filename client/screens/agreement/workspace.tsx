import { useCallback, useEffect, useState } from 'react'
import type { Template } from '../../../shared/template/template.ts'
import { mayWrite, rememberOpened } from '../../connection/index.ts'
import { isSharedComputer } from '../../offered/index.ts'
import { useText } from '../../text/index.ts'
import { SkipLink } from '../../ui/hidden.tsx'
import { MeetingLine } from '../meeting/meeting-line.tsx'
import { useMeeting } from '../meeting/use-meeting.ts'
import { OpenPointsAround } from '../open-points/open-points-around.tsx'
import { usePageTitle } from '../page.tsx'
import { ProposalsAround } from '../proposals/proposals-around.tsx'
import { useRootClass } from '../use-root-class.ts'
import { AgreementText } from './agreement-text.tsx'
import { Arrivals } from './arrivals.tsx'
import { useArrival } from './arrive-at.ts'
import { ArticleRoomAround } from './articles/article-room-provider.tsx'
import { AgreementBar } from './bar.tsx'
import { AdviceOfPlace, BesideText } from './beside-text.tsx'
import { CommentsAround } from './comments/comments-around.tsx'
import { GuidancePanel } from './guidance-panel.tsx'
import { HistoryAround } from './history/history-around.tsx'
import { SinceNotice } from './history/since-notice.tsx'
import { PeopleDialog } from './leading/people-dialog.tsx'
import { WaitingNotice } from './leading/waiting-notice.tsx'
import { NarrowBar } from './narrow-bar.tsx'
import { HoldNotice } from './notices/hold-notice.tsx'
import { NoticesAround } from './notices/notices-around.tsx'
import { PutBackNotice } from './notices/put-back-notice.tsx'
import { Shelf } from './notices/shelf.tsx'
import { TextActNotice } from './notices/text-act-notice.tsx'
import { useToldHold } from './notices/use-told-hold.ts'
import { OfferedNotice } from './offered/offered-notice.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import { type AgreementOverview, overviewOf } from './overview-of.ts'
import type { PresentPerson } from './people.ts'
import { ShareDialog } from './share-dialog.tsx'
import { shownView, type TextView } from './shown-view.ts'
import type { Surroundings } from './surroundings.ts'
import { useDerived } from './use-derived.ts'
import { type OpenAgreement, useStandingConnection } from './use-live.ts'
import { usePeople } from './use-people.ts'
import { useRemembered } from './use-remembered.ts'
import { useTemplate } from './use-template.ts'
import { useView } from './use-view.ts'
import { useWide } from './use-wide.ts'

type WorkspaceProps = { agreementId: string; open: OpenAgreement; surroundings: Surroundings; view: TextView }

/** What every part around the paper shares. */
export type Around = {
  agreementId: string
  you: Surroundings['you']
  overview: AgreementOverview
  people: readonly PresentPerson[]
  /** Article or annex in view. */
  place: string | null
  template: Template | null
  goTo: (id: string) => void
  /** Opens what who leads can do about people; null for everybody else. */
  leadPeople: (() => void) | null
  /** Shows an article to everybody; null for who does not lead. */
  showToAll: ((id: string) => void) | null
}

/** The paper in the middle, and around it the bar, the articles, the explanation and the people. */
export function Workspace({ agreementId, open, surroundings, view }: WorkspaceProps) {
  const { agreement, everywhere, leave } = useText()
  const { live, observed } = open
  const { you, catalog } = surroundings
  const connection = useStandingConnection(live)
  const hold = useToldHold(connection)
  const overview = useDerived(observed.subscribe, () => overviewOf(observed.get(), catalog))
  const people = usePeople(open, you)
  const [place, setPlace] = usePlace(open)
  const template = useTemplate(agreementId, overview.templateId)
  const isWide = useWide()
  const [isSharing, setSharing] = useState(false)
  const [isLeading, setLeading] = useState(false)
  useRootClass('hs-in-agreement')
  useArrival(connection.opened && view === 'paper')
  // The list of pages somebody visited stays behind on a computer that others use too.
  usePageTitle(isSharedComputer() ? leave.shared.pageTitle : overview.title || agreement.busy)
  useOnStartScreen(agreementId, connection.opened, overview)
  const shown = shownView(connection, view)
  const goThere = useView(shown, place)
  const meeting = useMeeting({ agreementId, awareness: live.awareness, you, people, overview })
  const goTo = (id: string) => {
    meeting.letGo()
    goThere(id)
  }
  const leadPeople = you.role === 'facilitator' ? () => setLeading(true) : null
  const showToAll = meeting.mayShow ? meeting.show : null
  const around: Around = { agreementId, you, overview, people, place, template, goTo, leadPeople, showToAll }
  const share = useCallback(() => setSharing(true), [])
  const adviceBeside = (onGone?: () => void) => (
    <AdviceOfPlace around={around} open={open} surroundings={surroundings} onGone={onGone} />
  )
  const beside = <BesideText around={around} open={open} advice={adviceBeside()} />
  const canWrite = connection.opened && mayWrite(connection) && shown === 'paper'
  return (
    <NoticesAround place={place}>
      <ArticleRoomAround {...{ doc: live.doc, observed, catalog, template, canWrite }}>
        <HistoryAround around={around} open={open}>
          <OpenPointsAround {...{ agreementId, open, overview, you }}>
            <CommentsAround around={around} open={open}>
              <ProposalsAround around={around} open={open} canWrite={canWrite}>
                <div className="hs-work">
                  <SkipLink target="content">{everywhere.skipToContent}</SkipLink>
                  <AgreementBar
                    around={around}
                    live={live}
                    connection={connection}
                    isWide={isWide}
                    onShare={share}
                  />
                  {/* Drawn at the thumb, but before the paper for who walks with Tab: behind it lie hundreds of fields. */}
                  {isWide ? null : (
                    <NarrowBar around={around} live={live} onShare={share} adviceBeside={adviceBeside} />
                  )}
                  <div className="hs-work__middle">
                    {isWide && connection.opened ? <OutlinePanel around={around} /> : null}
                    <main id="content" tabIndex={-1} className="hs-work__paper" aria-label={agreement.paper}>
                      <AgreementText
                        agreementId={agreementId}
                        open={open}
                        surroundings={surroundings}
                        connection={connection}
                        template={template}
                        view={view}
                        isHoldTold={hold.told !== null}
                        onPlace={setPlace}
                      />
                    </main>
                    {isWide && shown === 'paper' ? <GuidancePanel>{beside}</GuidancePanel> : null}
                  </div>
                  <Shelf>
                    <OfferedNotice
                      agreementId={agreementId}
                      open={open}
                      surroundings={surroundings}
                      canWrite={canWrite}
                      isWide={isWide}
                      goTo={goTo}
                    />
                    {connection.opened ? <MeetingLine around={around} meeting={meeting} /> : null}
                    {shown === 'paper' ? <SinceNotice around={around} /> : null}
                  </Shelf>
                  <HoldNotice
                    agreementId={agreementId}
                    connection={connection}
                    told={hold.told}
                    onClose={hold.close}
                  />
                  <PutBackNotice around={around} open={open} />
                  <TextActNotice around={around} open={open} />
                  <Arrivals people={people} ownId={you.personId} />
                  <ShareDialog around={around} isOpen={isSharing} onClose={() => setSharing(false)} />
                  {leadPeople === null ? null : (
                    <>
                      <WaitingNotice agreementId={agreementId} onLook={leadPeople} />
                      <PeopleDialog around={around} isOpen={isLeading} onClose={() => setLeading(false)} />
                    </>
                  )}
                </div>
              </ProposalsAround>
            </CommentsAround>
          </OpenPointsAround>
        </HistoryAround>
      </ArticleRoomAround>
    </NoticesAround>
  )
}

/** The start screen lists the agreement without a network too, as it is called now. */
function useOnStartScreen(id: string, isOpened: boolean, { title, parties }: AgreementOverview): void {
  const names = parties.map(({ name }) => name).join('\n')
  useEffect(() => {
    if (isOpened) void rememberOpened({ id, title, partyNames: names.split('\n') })
  }, [id, isOpened, title, names])
}

/** The article in view: told to the others, and to the explanation. */
function usePlace({ live }: OpenAgreement): [string | null, (place: string | null) => void] {
  const { awareness } = live
  const [place, setPlace] = useState<string | null>(null)
  const change = useCallback(
    (next: string | null) => {
      setPlace(next)
      awareness.setLocalStateField('place', next)
    },
    [awareness],
  )
  return [place, change]
}

/** Whether a panel beside the paper is folded away; remembered on this device. */
export function useFolded(panel: string): [boolean, (isFolded: boolean) => void] {
  const [value, setValue] = useRemembered(`handslag.folded.${panel}`)
  return [value === 'yes', (isFolded) => setValue(isFolded ? 'yes' : 'no')]
}
