import { useLanguage, useText } from '../../text/index.ts'
import { Icon } from '../../ui/icon.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { formatMoment } from '../start/format-moment.ts'
import type { InScan } from './in-scan.ts'

/** Which parties are in, and what that means for who sees what. */
export function WhoIsReady({ view, parties }: InScan) {
  const { scan } = useText()
  const { language } = useLanguage()
  const { opened } = view
  const stateOf = (partyId: string) => view.parties.find((each) => each.partyId === partyId)
  return (
    <section className="hs-sheet hs-stack hs-scan-who" aria-labelledby="scan-who">
      <h2 id="scan-who">{scan.who.heading}</h2>
      <ul className="hs-scan-who__list">
        {parties.map(({ id, index, initial, name }) => {
          const state = stateOf(id)
          const isReady = opened !== null || (state?.readyAt ?? null) !== null
          return (
            <li key={id} className="hs-scan-who__party">
              <PartyMark index={index} initial={initial} />
              <span>
                <b lang="nl">{name}</b>{' '}
                <span className={isReady && state?.takesPart ? 'hs-scan-who__ready' : 'hs-soft'}>
                  {isReady && state?.takesPart ? <Icon name="check" size={16} /> : null}
                  {state?.takesPart ? (isReady ? scan.who.ready : scan.who.busy) : scan.who.absent}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="hs-soft" role="status">
        {opened === null ? scan.who.secret : scan.who.opened(formatMoment(opened.at, language, new Date()))}
      </p>
    </section>
  )
}
