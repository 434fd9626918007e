import { useEffect, useRef } from 'react'
import { agreementBody } from '../../shared/agreement/agreement.ts'
import { fieldsOf, groupSchema } from '../../shared/agreement/schema-walk.ts'
import { maybeFieldAt } from '../../shared/document/address.ts'
import { FieldRow } from './field-row.tsx'

/** The addresses of the facts of a group that have no table: `term` gives `term.startDate` and so on; a single fact gives itself. */
export function factsAt(path: string): string[] {
  if (maybeFieldAt(path) !== null) return isEdited(path) ? [path] : []
  const group = fieldsOf(agreementBody).find(({ name, layout }) => name === path && layout.kind === 'object')
  if (!group) return []
  return fieldsOf(groupSchema(group))
    .map(({ name }) => `${path}.${name}`)
    .filter(isEdited)
}

function isEdited(address: string): boolean {
  const kind = maybeFieldAt(address)?.field.layout.kind
  return kind === 'scalar' || kind === 'longText' || kind === 'set'
}

type Props = {
  addresses: readonly string[]
  /** Puts the focus in the first input when the form appears. */
  autoFocus?: boolean
  /** What is to be known of each of them here; stands with its explanation, between label and input. */
  note?: string | undefined
  /** With a way to say something about each of them, for who comments. */
  withComments?: boolean
}

/** A form of the facts at these addresses, under each other. */
export function FactForm({ addresses, autoFocus = false, note, withComments = false }: Props) {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (autoFocus) form.current?.querySelector<HTMLElement>('textarea, select, button')?.focus()
  }, [autoFocus])
  return (
    <div ref={form} className="hs-fact-form">
      {addresses.map((address) => (
        <FieldRow key={address} address={address} note={note} withComment={withComments} />
      ))}
    </div>
  )
}
