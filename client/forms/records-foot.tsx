import { useCallback } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Target } from '../../shared/agreement/field.ts'
import type { BlockDescription } from '../../shared/outline/block-description.ts'
import { useText } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import { keyOfList } from './address.ts'
import { DefinitionLibrary } from './definition-library.tsx'
import { useForms, useOfFacts } from './forms-agreement.ts'
import { referenceOptions } from './options.ts'
import type { Rows } from './record-rows.ts'

/** What the records of a list are chosen from, when they are known by the key of something else. */
const KEY_TARGETS: Readonly<Record<string, Target>> = { factorId: 'factors', partyId: 'parties' }

/** Under a table or list: the button that adds, and after removing the way back. */
export function RecordsFoot({ description, rows }: { description: BlockDescription; rows: Rows }) {
  const target = KEY_TARGETS[keyOfList(description.listPath)]
  return (
    <div className="hs-records__foot">
      {description.groupBy !== null ? null : target === undefined ? (
        <AddButton description={description} rows={rows} />
      ) : (
        <AddFromList description={description} rows={rows} target={target} />
      )}
      {description.name === 'definitions' ? <DefinitionLibrary rows={rows} /> : null}
      <RemovedHint rows={rows} />
    </div>
  )
}

/** The words of the button that adds to this block. */
export function useAddLabel(name: string): string {
  const texts = useText().forms
  return texts.add[name.startsWith('tasks') ? 'tasks' : name] ?? texts.addRow
}

type Props = { description: BlockDescription; rows: Rows }

function AddButton({ description, rows }: Props) {
  const label = useAddLabel(description.name)
  return (
    <button type="button" className="hs-records__add" onClick={() => rows.addAndGo()}>
      <Icon name="plus" size={18} /> {label}
    </button>
  )
}

/** Adds what is chosen from a list where each thing can stand once. */
function AddFromList({ description, rows, target }: Props & { target: Target }) {
  const { catalog } = useForms()
  const texts = useText().forms
  const label = useAddLabel(description.name)
  const joined = useOfFacts(
    useCallback(
      (body: AgreementBody) => JSON.stringify(referenceOptions(target, body, catalog)),
      [target, catalog],
    ),
  )
  const there = new Set(rows.records.map(rows.keyOf))
  const options = (JSON.parse(joined) as { key: string; label: string }[]).filter(
    ({ key }) => !there.has(key),
  )
  return (
    <span className="hs-choice hs-records__add">
      <span className="hs-choice__words" aria-hidden="true">
        <Icon name="plus" size={18} /> {label}
      </span>
      <select
        className="hs-choice__list"
        aria-label={label}
        value=""
        onChange={(event) => rows.addAndGo({}, event.currentTarget.value)}
      >
        <option value="" disabled>
          {options.length === 0 ? texts.nothingLeft : texts.chooseToAdd}
        </option>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}

function RemovedHint({ rows }: { rows: Rows }) {
  const { undo } = useForms()
  const texts = useText().forms
  const takeBack = () => {
    undo()
    rows.forgetRemoved()
  }
  return (
    <span className="hs-records__removed" role="status">
      {rows.wasRemoved ? (
        <>
          {texts.removed}{' '}
          <button type="button" className="hs-plain-button" onClick={takeBack}>
            {texts.undo}
          </button>
        </>
      ) : null}
    </span>
  )
}
