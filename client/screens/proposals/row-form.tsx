import { useState } from 'react'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { fieldNameOf, fieldsOfRecord, maybeRecordAt } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { DialogButtons } from './dialog-buttons.tsx'
import { useProposals } from './proposals-room.ts'
import { changedFacts, draftOf, isProposable, newRow, readRow } from './proposed-draft.ts'
import { ProposedField } from './proposed-field.tsx'

/** A row that somebody would have: another than the one there is, or a new one. */
export type AskedRow = {
  list: string
  /** Null for a new one. */
  rowId: string | null
  /** The facts that come first; the others are folded away. None: all of them come first. */
  shown: readonly string[]
  /** What a new row in this table begins with. */
  begins: Readonly<Record<string, string>>
}

type Props = { asked: AskedRow; body: AgreementBody; catalog: Catalog; onClose: () => void }

/** Asks what a row would say. */
export function RowForm(props: Props) {
  const { asked, body, catalog, onClose } = props
  const { dialog } = useText().proposals
  const { propose } = useProposals()
  const { fields, drafts, change, changes } = useRow(props)
  const first = fields.filter((name) => asked.shown.length === 0 || asked.shown.includes(name))
  const more = fields.filter((name) => !first.includes(name))
  const address = (name: string) => addressIn(asked, name)
  const label = (name: string) => catalog.words.fields[fieldNameOf(address(name))]?.label ?? name
  const draw = (name: string) => (
    <ProposedField
      key={name}
      {...{ body, catalog }}
      address={address(name)}
      label={label(name)}
      draft={drafts[name] ?? ''}
      onChange={(draft) => change(name, draft)}
      autoFocus={name === first[0]}
    />
  )
  return (
    <>
      {first.map(draw)}
      {more.length === 0 ? null : (
        <details className="hs-proposal__more">
          <summary>{dialog.more}</summary>
          <div className="hs-proposal__fields">{more.map(draw)}</div>
        </details>
      )}
      <DialogButtons
        isReady={changes.length > 0}
        onSend={() => {
          void propose(...changes)
          onClose()
        }}
        onClose={onClose}
      />
    </>
  )
}

const addressIn = ({ list, rowId }: AskedRow, name: string) => `${list}.${rowId ?? 'new'}.${name}`

/** What is being filled in for a row, and the changes that it would be proposed as: none while nothing changed or something does not fit. */
function useRow({ asked, body, catalog }: Props) {
  const { list, rowId, begins } = asked
  const fields = fieldsOfRecord(list).filter(
    (name) => !Object.hasOwn(begins, name) && isProposable(addressIn(asked, name)),
  )
  const [now] = useState(() => (rowId === null ? {} : (maybeRecordAt(body, list, rowId) ?? {})))
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map((name) => [name, draftOf(addressIn(asked, name), now[name])])),
  )
  const read = readRow(drafts, (name) => addressIn(asked, name), body, catalog)
  const change = (name: string, draft: string) => setDrafts((before) => ({ ...before, [name]: draft }))
  if (read === null) return { fields, drafts, change, changes: [] }
  const changes = rowId === null ? newRow(list, begins, read) : changedFacts(list, rowId, now, read)
  return { fields, drafts, change, changes }
}
