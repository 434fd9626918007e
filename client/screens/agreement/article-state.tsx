import { useText } from '../../text/index.ts'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { PointMark } from '../open-points/article-points.tsx'
import { type AkkoordRoom, type Look, type PartySays, useAkkoord } from './akkoord/akkoord-room.ts'
import { LookIcon } from './akkoord/look-icon.tsx'
import { partyName } from './people-list.tsx'

/** Of more parties than this it is counted how many say the same: the list is for finding an article, and so many signs would fill it. */
const MOST_BY_NAME = 4

/** What asks for attention first. */
const LOOKS: readonly Look[] = ['objection', 'agreed_with_concern', 'changed', 'agreed', 'none']

/** Where an article stands, in one small line with a place of its own: what the parties say of it, and how many points are open there. */
export function ArticleState({ id }: { id: string }) {
  const room = useAkkoord()
  return (
    <span className="hs-article-state">
      {room === null ? null : <Says {...room.of(id)} isKnown={room.isKnown} />}
      <PointMark id={id} />
    </span>
  )
}

type SaysProps = { says: readonly PartySays[] } & Pick<AkkoordRoom, 'isKnown'>

function Says({ says, isKnown }: SaysProps) {
  if (says.length <= MOST_BY_NAME)
    return says.map((one) => <ByName key={one.party.id} {...one} isKnown={isKnown} />)
  return isKnown ? LOOKS.map((look) => <Count key={look} look={look} says={says} />) : null
}

function ByName({ party, look, isKnown }: PartySays & Pick<AkkoordRoom, 'isKnown'>) {
  const { akkoord, everywhere } = useText()
  const name = partyName(party, everywhere.unnamedParty)
  return (
    <span className="hs-article-state__party">
      <PartyMark index={party.index} initial={initialOf(name)} size={16} />
      {isKnown ? <LookIcon look={look} size={16} /> : <span className="hs-article-state__look" />}
      <VisuallyHidden>{isKnown ? `${akkoord.ofParty(name, akkoord.states[look])}. ` : null}</VisuallyHidden>
    </span>
  )
}

function Count({ look, says }: { look: Look; says: readonly PartySays[] }) {
  const { akkoord, everywhere } = useText()
  const names = says
    .filter((one) => one.look === look)
    .map(({ party }) => partyName(party, everywhere.unnamedParty))
  if (names.length === 0) return null
  const all = akkoord.ofParties(akkoord.states[look], names.join(', '))
  return (
    <span className="hs-article-state__party" title={all}>
      <LookIcon look={look} size={16} />
      <span aria-hidden="true">{names.length}</span>
      <VisuallyHidden>{`${all}. `}</VisuallyHidden>
    </span>
  )
}
