import { useText } from '../../text/index.ts'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { useAkkoord } from '../agreement/akkoord/akkoord-room.ts'
import { LookIcon } from '../agreement/akkoord/look-icon.tsx'
import { partyName } from '../agreement/people-list.tsx'

/** What each party says of the article on the wall: to be read from far, by sign, word and party. */
export function AkkoordHere({ articleId }: { articleId: string }) {
  const { akkoord, everywhere } = useText()
  const room = useAkkoord()
  if (room === null) return null
  const { says, yes } = room.of(articleId)
  if (says.length === 0) return null
  return (
    <section>
      <h2>{room.isKnown ? akkoord.count(yes, says.length) : akkoord.menu}</h2>
      <ul className="hs-akkoord-here">
        {says.map(({ party, look, consent }) => {
          const name = partyName(party, everywhere.unnamedParty)
          return (
            <li key={party.id}>
              <PartyMark index={party.index} initial={initialOf(name)} size={36} />
              <span>
                <bdi>{name}</bdi>
                <span className="hs-akkoord-here__look">
                  {room.isKnown ? (
                    <>
                      <LookIcon look={look} size={24} /> {akkoord.states[look]}
                    </>
                  ) : null}
                </span>
                {consent?.reason && look !== 'changed' ? <q>{consent.reason}</q> : null}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
