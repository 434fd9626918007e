import { useMemo, useRef } from 'react'
import type { BlockDescription } from '../../shared/outline/block-description.ts'
import { useText } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import { FieldRow } from './field-row.tsx'
import { SIGNATORY_FIELDS } from './record-fields.ts'
import { useRows } from './record-rows.ts'
import { RowMenu } from './row-menu.tsx'

/** The people who sign for one party. */
export function SignatoryRows({ partyId }: { partyId: string }) {
  const texts = useText().forms
  const around = useRef<HTMLDivElement>(null)
  const rows = useRows(useSignatoriesOf(partyId), around)
  return (
    <div ref={around} className="hs-signatories" data-list="signatories">
      <p className="hs-signatories__title">{texts.signatories}</p>
      {rows.records.map((record, index) => {
        const key = rows.keyOf(record)
        return (
          <div key={key} className="hs-signatory" data-record={key}>
            <div className="hs-party__fields">
              {SIGNATORY_FIELDS.map((field) => (
                <FieldRow key={field} address={`signatories.${key}.${field}`} withHelp={false} />
              ))}
            </div>
            <RowMenu
              row={`${texts.signatory} ${index + 1}`}
              canMoveUp={index > 0}
              canMoveDown={index < rows.records.length - 1}
              onMove={(direction) => rows.move(key, direction)}
              onRemove={() => rows.removeWithHint(key)}
            />
          </div>
        )
      })}
      <button type="button" className="hs-records__add" onClick={() => rows.addAndGo()}>
        <Icon name="plus" size={18} /> {texts.add.signatures}
      </button>
    </div>
  )
}

/** Signatories are one list for all parties; each party shows its own. */
function useSignatoriesOf(partyId: string): BlockDescription {
  return useMemo(
    () => ({
      name: 'signatures',
      kind: 'list',
      listPath: 'signatories',
      filter: { partyId },
      newRecord: { partyId },
      caption: '',
      emptyText: '',
      listStyle: 'bullet',
      groupBy: null,
      columns: [],
      readOnly: false,
      parts: [],
    }),
    [partyId],
  )
}
