import { type CSSProperties, useRef, useState } from 'react'
import type { Fixing } from '../../../shared/protocol/endpoints-fixing.ts'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { type ArticleAkkoord, useAkkoord } from '../agreement/akkoord/akkoord-room.ts'
import { LookIcon } from '../agreement/akkoord/look-icon.tsx'
import type { AgreementOverview, OutlineEntry, PartyEntry } from '../agreement/overview-of.ts'
import { PaperSkeleton } from '../agreement/paper-skeleton.tsx'
import { partyName } from '../agreement/people-list.tsx'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { BesideHead } from '../beside-agreement.tsx'
import { Page } from '../page.tsx'
import { FixingPart } from './fixing-part.tsx'
import { Reason } from './reason.tsx'
import { isWhole, rowsShown } from './rows-shown.ts'
import { useIsCut } from './use-is-cut.ts'

type Props = {
  agreementId: string
  overview: AgreementOverview
  open: OpenAgreement
  /** Undefined until it was fetched. */
  fixing: Fixing | null | undefined
  isLead: boolean
}

type Row = { entry: OutlineEntry; akkoord: ArticleAkkoord }

/** Articles by parties. A real table: a screen reader says article and party with each answer. */
export function Grid({ agreementId, overview, open, fixing, isLead }: Props) {
  const { akkoord: words } = useText()
  const room = useAkkoord()
  const rows = overview.entries.flatMap((entry): Row[] =>
    room === null ? [] : [{ entry, akkoord: room.of(entry.id) }],
  )
  const parties = rows[0]?.akkoord.says.map(({ party }) => party) ?? []
  const [isRest, setRest] = useState(false)
  const done = rows.filter(isWhole).length
  const whole = done === rows.length ? words.grid.wholeDone : words.grid.whole(done, rows.length)
  return (
    <Page title={words.title}>
      <div className="hs-grid">
        <BesideHead agreementId={agreementId} open={open} />
        <h1>{words.title}</h1>
        <p>{words.grid.lead}</p>
        {room?.isKnown && parties.length > 0 ? (
          <>
            <p className="hs-grid__whole" role="status">
              {whole}
            </p>
            <Checkbox isSelected={isRest} onChange={setRest}>
              {words.grid.rest}
            </Checkbox>
            <Table agreementId={agreementId} rows={rowsShown(rows, isRest)} parties={parties} />
            {fixing === undefined ? null : (
              <FixingPart
                agreementId={agreementId}
                fixing={fixing}
                isLead={isLead}
                isWhole={done === rows.length}
                parties={parties}
              />
            )}
          </>
        ) : (
          <PaperSkeleton sentence={room?.isKnown ? words.grid.noParties : words.grid.busy} />
        )}
      </div>
    </Page>
  )
}

/** More parties than this may need more width than a wide screen has; then the table scrolls sideways, and its head with it. */
const MANY = 4

type TableProps = { agreementId: string; rows: readonly Row[]; parties: readonly PartyEntry[] }

function Table({ agreementId, rows, parties }: TableProps) {
  const { akkoord: words, everywhere } = useText()
  const table = useRef<HTMLTableElement>(null)
  const named = parties.map((party) => ({ party, name: partyName(party, everywhere.unnamedParty) }))
  const isCut = useIsCut(table, named.map(({ name }) => name).join(), '.hs-grid__party-name')
  return (
    <>
      {isCut ? <WholeNames named={named} /> : null}
      <section
        className={`hs-grid__scroll ${parties.length > MANY ? '' : 'hs-grid__scroll--fits'}`.trim()}
        aria-label={words.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: with many parties it scrolls sideways, by keyboard too
        tabIndex={0}
      >
        <table
          ref={table}
          className="hs-grid__table"
          style={{ '--hs-parties': parties.length } as CSSProperties}
        >
          <thead>
            <tr>
              <th scope="col">{words.grid.article}</th>
              {named.map(({ party, name }) => (
                <th key={party.id} scope="col">
                  <span className="hs-grid__party">
                    <PartyMark index={party.index} initial={initialOf(name)} size={32} />
                    <span className="hs-grid__party-name">{name}</span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ArticleRow key={row.entry.id} agreementId={agreementId} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** What the head of the table has no room for, with the marks by which it is found there. Who listens has the whole names in the head. */
function WholeNames({ named }: { named: readonly { party: PartyEntry; name: string }[] }) {
  return (
    <ul className="hs-grid__names" aria-hidden="true">
      {named.map(({ party, name }) => (
        <li key={party.id}>
          <PartyMark index={party.index} initial={initialOf(name)} size={24} />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  )
}

function ArticleRow({ agreementId, row }: { agreementId: string; row: Row }) {
  const { akkoord: words, agreement, everywhere } = useText()
  const { entry, akkoord } = row
  const number = entry.kind === 'annex' ? words.grid.annex(entry.number ?? '') : entry.number
  return (
    <tr className={isWhole(row) ? 'hs-grid__row--whole' : ''}>
      <th scope="row">
        <Link href={`/agreements/${encodeURIComponent(agreementId)}#${entry.id}`}>
          {number === null ? null : <span className="hs-grid__number">{number}</span>}{' '}
          <span lang="nl">{entry.heading || agreement.outline.unnamed}</span>
        </Link>
        <span className="hs-grid__count">{words.count(akkoord.yes, akkoord.says.length)}</span>
      </th>
      {akkoord.says.map(({ party, look, consent }) => (
        <td key={party.id} className={`hs-grid__cell hs-grid__cell--${look}`}>
          <span className="hs-grid__look">
            <LookIcon look={look} size={28} />
            <span aria-hidden="true">{words.short[look]}</span>
            <VisuallyHidden>{words.states[look]}</VisuallyHidden>
          </span>
          {consent?.reason && look !== 'changed' ? (
            <Reason
              reason={consent.reason}
              whose={words.grid.whose(words.states[look], partyName(party, everywhere.unnamedParty))}
            />
          ) : null}
        </td>
      ))}
    </tr>
  )
}
