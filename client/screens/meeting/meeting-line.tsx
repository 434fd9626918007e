import { useText } from '../../text/index.ts'
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PersonMark } from '../agreement/people-list.tsx'
import type { Around } from '../agreement/workspace.tsx'
import { calledInText, saidOf } from './presented.ts'
import { screenAddress } from './screen-address.ts'
import type { Meeting } from './use-meeting.ts'
import './meeting-line.css'

type LineProps = { around: Around; meeting: Meeting }

/**
 * Says at the paper who shows which article to everybody, at a fixed place that moves nothing, and lets people go along. A screen reader says it
 * when there is time.
 */
export function MeetingLine({ around, meeting }: LineProps) {
  const { presented, followedId, ownShown, hasLetGo } = meeting
  const text = useText()
  const said = useSaid({ around, meeting })
  const isShown = presented !== null || followedId !== null || ownShown !== null
  return (
    <div className="hs-meeting-place">
      {/* Always there: what appears together with its words is not read aloud. */}
      <div className={isShown ? 'hs-meeting-line' : 'hs-hidden'}>
        {presented === null ? null : (
          <PersonMark person={presented.person} parties={around.overview.parties} />
        )}
        <p className="hs-meeting-line__said" role="status">
          {said}
          {hasLetGo && presented !== null ? ` ${text.meeting.line.letGo}` : ''}
        </p>
        {isShown ? <Buttons around={around} meeting={meeting} /> : null}
      </div>
    </div>
  )
}

function useSaid({ around, meeting: { presented, followedId, ownShown } }: LineProps): string {
  const text = useText()
  const { line } = text.meeting
  const { overview, you } = around
  if (ownShown !== null) {
    const entry = overview.entries.find(({ id }) => id === ownShown)
    return entry === undefined ? '' : line.ownShown(calledInText(entry, text))
  }
  if (presented === null) return followedId === null ? '' : line.nothing
  const isFollowing = followedId === presented.person.personId
  return saidOf(presented, isFollowing, { you, parties: overview.parties }, text)
}

function Buttons({ around, meeting }: LineProps) {
  const { line, card } = useText().meeting
  const { presented, followedId, ownShown, follow, letGo } = meeting
  if (ownShown !== null) return <LeadButtons around={around} meeting={meeting} shown={ownShown} />
  const isFollowing = followedId !== null
  return (
    <div className="hs-meeting-line__buttons">
      {isFollowing || presented === null ? (
        <Button icon="close" onPress={letGo}>
          {line.stopFollowing}
        </Button>
      ) : (
        <Button look="primary" onPress={() => follow(presented.person.personId)}>
          {line.follow}
        </Button>
      )}
      <ButtonLink look="quiet" href={screenAddress(around.agreementId, 'bijeenkomst')}>
        {card.title}
      </ButtonLink>
    </div>
  )
}

/** For who shows: the article before and after, the screen for the wall, and stopping. */
function LeadButtons({ around, meeting, shown }: LineProps & { shown: string }) {
  const { line, screen } = useText().meeting
  const { entries } = around.overview
  const at = entries.findIndex(({ id }) => id === shown)
  const step = (by: number) => {
    const entry = entries[at + by]
    if (entry === undefined) return
    meeting.show(entry.id)
    around.goTo(entry.id)
  }
  return (
    <div className="hs-meeting-line__buttons">
      <IconButton icon="back" label={screen.previous} isDisabled={at <= 0} onPress={() => step(-1)} />
      <IconButton
        icon="right"
        label={screen.next}
        isDisabled={at >= entries.length - 1}
        onPress={() => step(1)}
      />
      <ButtonLink look="quiet" href={screenAddress(around.agreementId, 'scherm', shown)}>
        <Icon name="page" /> {screen.title}
      </ButtonLink>
      <Button icon="close" onPress={() => meeting.show(null)}>
        {line.stopShowing}
      </Button>
    </div>
  )
}
