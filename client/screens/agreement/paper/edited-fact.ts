import { isPlaceholderName, PLACEHOLDERS } from '../../../../shared/agreement/placeholders.ts'
import { maybeFieldAt } from '../../../../shared/document/address.ts'

/** A fact whose editor is open, and the words in the text it stands at. */
export type OpenFact = { kind: 'here'; address: string; element: HTMLElement }

/**
 * Where the fact behind a field of the text is edited: here, when it is one value; in its table, when it is worked out from
 * records; nowhere for a name this edition does not know.
 */
export function editedFactOf(
  name: string,
  element: HTMLElement,
): OpenFact | { kind: 'elsewhere'; target: string } | { kind: 'nowhere' } {
  if (!isPlaceholderName(name)) return { kind: 'nowhere' }
  const { target } = PLACEHOLDERS[name]
  const kind = maybeFieldAt(target)?.field.layout.kind
  const isOneValue = kind === 'scalar' || kind === 'longText' || kind === 'set'
  return isOneValue ? { kind: 'here', address: target, element } : { kind: 'elsewhere', target }
}
