import { useRef } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Party } from '../../shared/agreement/party.ts'
import type { BlockDescription } from '../../shared/outline/block-description.ts'
import { officialName } from '../../shared/outline/parties.ts'
import { useText } from '../text/index.ts'
import { initialOf, PartyMark } from '../ui/party-mark.tsx'
import { FieldRow } from './field-row.tsx'
import { useForms, useOfFacts } from './forms-agreement.ts'
import { PARTY_FIELDS } from './record-fields.ts'
import { type Rows, useRows } from './record-rows.ts'
import { RecordsFoot } from './records-foot.tsx'
import { RowMenu } from './row-menu.tsx'
import { SignatoryRows } from './signatory-rows.tsx'

const partiesOf = (body: AgreementBody) => body.parties

/** The parties as the first article describes them, each in a form of its own. */
export function PartyForms({ description }: { description: BlockDescription }) {
  const around = useRef<HTMLDivElement>(null)
  const rows = useRows(description, around)
  const parties = useOfFacts(partiesOf)
  return (
    <div ref={around} className="hs-records hs-parties" data-list="parties">
      {parties.map((party, index) => (
        <PartyForm key={party.id} party={party} index={index} count={parties.length} rows={rows} />
      ))}
      <RecordsFoot description={description} rows={rows} />
    </div>
  )
}

type Props = { party: Party; index: number; count: number; rows: Rows }

function PartyForm({ party, index, count, rows }: Props) {
  const { catalog } = useForms()
  const texts = useText().forms
  const name = officialName(party, catalog)
  const fields = (names: readonly string[]) =>
    names.map((field) => <FieldRow key={field} address={`parties.${party.id}.${field}`} withHelp={false} />)
  return (
    <section className="hs-party" data-record={party.id} aria-label={name}>
      <div className="hs-party__head">
        <PartyMark index={index} initial={initialOf(party.name ?? party.shortName)} />
        <strong>{name}</strong>
        <RowMenu
          row={name}
          canMoveUp={index > 0}
          canMoveDown={index < count - 1}
          onMove={(direction) => rows.move(party.id, direction)}
          onRemove={() => rows.removeWithHint(party.id)}
        />
      </div>
      <div className="hs-party__fields">{fields(PARTY_FIELDS.onPaper)}</div>
      <SignatoryRows partyId={party.id} />
      <div className="hs-party__fields">{fields(PARTY_FIELDS.decision)}</div>
      <details className="hs-party__more">
        <summary>{texts.moreFacts}</summary>
        <div className="hs-party__fields">{fields(PARTY_FIELDS.more)}</div>
      </details>
    </section>
  )
}
