import { useCallback, useId, useMemo, useState, useSyncExternalStore } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Layout, Target } from '../../shared/agreement/field.ts'
import { TASK_KINDS } from '../../shared/template/enums.ts'
import { useText } from '../text/index.ts'
import { initialsOf, partyColorClass } from '../ui/party-mark.tsx'
import { layoutAt } from './address.ts'
import type { PersonInCell } from './cell-presence.ts'
import { ChoiceInput, YesNoInput } from './choice-input.tsx'
import { FactWarning, useFactWarning } from './fact-warning.tsx'
import { goesRound, isTaskKind, roundOption } from './fact-words.ts'
import { useForms, useOfFacts } from './forms-agreement.ts'
import type { InputProps } from './input-props.ts'
import { LongTextInput } from './long-text-input.tsx'
import { choiceOptions, type Option, referenceOptions } from './options.ts'
import { ProposalButton } from './proposal-button.tsx'
import { scalarForm } from './scalar-forms.ts'
import { SetInput } from './set-input.tsx'
import { TypedInput } from './typed-input.tsx'
import './inputs.css'
import './records.css'
import './party-forms.css'
import './facts.css'

/**
 * The input for one fact, by the kind of its field, with who else is in it. `look`: `cell` reads as the paper around it, `form` is a
 * field with a border.
 */
export function FactInput({ look, ...props }: InputProps & { look: 'cell' | 'form' }) {
  const layout = useMemo(() => layoutAt(props.address), [props.address])
  const warningId = useId()
  const warning = useFactWarning(props.address, props.value)
  const [isInside, setInside] = useState(false)
  // What somebody is still typing is not complained about, neither is what another is.
  const isBusy = usePeopleHere(props.address).length > 0 || isInside
  const isWarned = warning !== null && !isBusy
  const describedBy = [props.describedBy, isWarned ? warningId : undefined].filter(Boolean).join(' ')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens whether its input has the focus and is none itself
    <span
      className={`hs-fact-input hs-fact-input--${look} hs-fact-input--${typeOf(layout)}`}
      data-address={props.address}
      data-warned={isWarned || undefined}
      // A button beside the input, such as that of the calendar, is no typing; and one that is gone tells nobody that it lost the focus.
      onFocus={(event) => setInside(event.target.matches('textarea'))}
      onBlur={() => setInside(false)}
    >
      <InputByKind layout={layout} {...props} describedBy={describedBy || undefined} />
      {isWarned ? <FactWarning id={warningId} sentence={warning} /> : null}
      <ProposalButton address={props.address} />
      <PeopleHere address={props.address} />
    </span>
  )
}

function usePeopleHere(address: string): readonly PersonInCell[] {
  const { presence } = useForms()
  return useSyncExternalStore(presence.subscribe, () => presence.at(address))
}

const typeOf = (layout: Layout): string => (layout.kind === 'scalar' ? layout.type.name : layout.kind)

function InputByKind({ layout, ...props }: InputProps & { layout: Layout }) {
  if (layout.kind === 'longText') return <LongTextInput {...props} />
  if (layout.kind === 'set') return <ReferenceSet {...props} to={layout.to} />
  if (layout.kind !== 'scalar') return null
  const { type } = layout
  switch (type.name) {
    case 'boolean':
      return <YesNoInput {...props} />
    case 'choice':
      return <FixedChoice {...props} values={type.values} />
    case 'reference':
      return <Reference {...props} to={type.to} />
    default: {
      if (isTaskKind(props.address)) return <FixedChoice {...props} values={TASK_KINDS} />
      const form = scalarForm(type)
      return form === null ? null : <TypedInput {...props} type={type} form={form} />
    }
  }
}

function FixedChoice({ values, ...props }: InputProps & { values: readonly string[] }) {
  const { catalog } = useForms()
  return <ChoiceInput {...props} options={choiceOptions(values, catalog)} />
}

function Reference({ to, ...props }: InputProps & { to: Target }) {
  const options = useOptions(to)
  const { catalog } = useForms()
  const all = goesRound(props.address) ? [...options, roundOption(catalog)] : options
  return <ChoiceInput {...props} options={all} />
}

function ReferenceSet({ to, ...props }: InputProps & { to: Target }) {
  return <SetInput {...props} options={useOptions(to)} />
}

/** What a reference can point at; the same list until what it is drawn from changes. */
function useOptions(to: Target): readonly Option[] {
  const { catalog } = useForms()
  const joined = useOfFacts(
    useCallback((body: AgreementBody) => JSON.stringify(referenceOptions(to, body, catalog)), [to, catalog]),
  )
  return useMemo(() => JSON.parse(joined) as Option[], [joined])
}

/** Names of those who are in this field, on its upper edge: whole when one comes in, later initials that hide no words. A screen reader hears who is here from the bar. */
function PeopleHere({ address }: { address: string }) {
  const { store } = useForms()
  const texts = useText().forms
  const people = usePeopleHere(address)
  if (people.length === 0) return null
  const index = store.get().parties.findIndex(({ id }) => id === people[0]?.partyId)
  const names = people.map(({ name }) => name).join(', ')
  return (
    <span
      className={`hs-here ${index < 0 ? 'hs-here--no-party' : partyColorClass(index)}`}
      aria-hidden="true"
      title={texts.here(names)}
      data-initials={people.map(({ name }) => initialsOf(name)).join(' ')}
    >
      <span key={names} className="hs-here__names">
        {names}
      </span>
    </span>
  )
}
