import { useId } from 'react'
import { useText } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import { FactInput } from './fact-input.tsx'
import { factWords } from './fact-words.ts'
import { useForms } from './forms-agreement.ts'
import { MenuButton } from './menu-button.tsx'
import type { ReadActs } from './read-acts.tsx'
import { type FieldState, useField } from './use-field.ts'

type Props = {
  address: string
  withHelp?: boolean
  /** What is to be known of the fact here, beside its own explanation. */
  note?: string | undefined
  /** With a way to say something about the fact, for who comments. */
  withComment?: boolean
}

/** One fact of a form: label, explanation, input. */
export function FieldRow({ address, withHelp = true, note, withComment = false }: Props) {
  const field = useField(address)
  const { readActs, commentOnFact } = useForms()
  const helpId = useId()
  if (field.value === undefined) return null
  if (!field.canWrite && readActs) return <ReadFact field={field} acts={readActs} />
  const help = withHelp ? field.help : undefined
  const hasHelp = help !== undefined || note !== undefined
  return (
    <div className="hs-field-row">
      <span className="hs-field-row__label" aria-hidden="true">
        {field.label}
      </span>
      {hasHelp ? (
        <span className="hs-field-row__help" id={helpId}>
          <span lang="nl">{help}</span> {note}
        </span>
      ) : null}
      <FactInput
        look="form"
        address={address}
        value={field.value}
        label={field.label}
        describedBy={hasHelp ? helpId : undefined}
      />
      {withComment && commentOnFact ? (
        <button
          type="button"
          className="hs-row-menu"
          aria-label={`${commentOnFact.label}: ${field.label}`}
          title={commentOnFact.label}
          onClick={() => commentOnFact.begin(address, field.label)}
        >
          <Icon name="comment" size={18} />
        </button>
      ) : null}
    </div>
  )
}

/** A fact that is only read, with what can be done with it. */
function ReadFact({ field: { address, label, value }, acts }: { field: FieldState; acts: ReadActs }) {
  const { store, catalog } = useForms()
  const texts = useText().forms
  const words = factWords(address, value, store.get(), catalog)
  return (
    <div className="hs-field-row hs-field-row--read" data-address={address} tabIndex={-1}>
      <span className="hs-field-row__label">{label}</span>
      <span className={words === '' ? 'hs-records__empty' : ''}>{words || texts.empty}</span>
      <MenuButton label={texts.rowMenu(label)} choices={() => acts.ofFact(address, label)} />
    </div>
  )
}
