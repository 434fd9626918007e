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
  return (
    <section className="hs-sheet hs-stack hs-scan-who" aria-labelledby="scan-who">
      <h2 id="scan-who">{opened === null ? scan.who.heading : scan.who.openHeading}</h2>
      {opened === null ? <Parties view={view} parties={parties} /> : null}
      <p className="hs-soft" role="status">
        {opened === null ? scan.who.secret : scan.who.opened(formatMoment(opened.at, language, new Date()))}
      </p>
    </section>
  )
}

function Parties({ view, parties }: Pick<InScan, 'view' | 'parties'>) {
  const { who } = useText().scan
  const stateOf = (id: string) => view.parties.find(({ partyId, takesPart }) => takesPart && partyId === id)
  return (
    <ul className="hs-scan-who__list">
      {parties.map(({ id, index, initial, name }) => {
        const state = stateOf(id)
        return (
          <li key={id} className="hs-scan-who__party">
            <PartyMark index={index} initial={initial} />
            <span>
              <b lang="nl">{name}</b>{' '}
              {state?.readyAt ? (
                <span className="hs-scan-who__ready">
                  <Icon name="check" size={16} />
                  {who.ready}
                </span>
              ) : (
                <span className="hs-soft">{state ? who.busy : who.absent}</span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
