import { useText } from '../../text/index.ts'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { PointMark } from '../open-points/article-points.tsx'
import { useAkkoord } from './akkoord/akkoord-room.ts'
import { LookIcon } from './akkoord/look-icon.tsx'
import { partyName } from './people-list.tsx'

/** Where an article stands, in one small line with a place of its own: what each party says of it, and how many points are open there. */
export function ArticleState({ id }: { id: string }) {
  const { akkoord, everywhere } = useText()
  const room = useAkkoord()
  if (room === null)
    return (
      <span className="hs-article-state">
        <PointMark id={id} />
      </span>
    )
  return (
    <span className="hs-article-state">
      {room.of(id).says.map(({ party, look }) => {
        const name = partyName(party, everywhere.unnamedParty)
        return (
          <span key={party.id} className="hs-article-state__party">
            <PartyMark index={party.index} initial={initialOf(name)} size={16} />
            {room.isKnown ? <LookIcon look={look} size={16} /> : <span className="hs-article-state__look" />}
            <VisuallyHidden>
              {room.isKnown ? `${akkoord.ofParty(name, akkoord.states[look])}. ` : null}
            </VisuallyHidden>
          </span>
        )
      })}
      <PointMark id={id} />
    </span>
  )
}
