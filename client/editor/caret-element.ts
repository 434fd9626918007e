import { initialsOf, partyColorClass } from '../ui/party-mark.tsx'
import type { CaretOwner } from './paper-host.ts'

const colorOf = (owner: CaretOwner): string =>
  owner.partyIndex === null ? 'hs-caret--no-party' : partyColorClass(owner.partyIndex)

/** The class of the text somebody else has selected. */
export const selectionClass = (owner: CaretOwner): string => `hs-caret-selection ${colorOf(owner)}`

/**
 * Somebody else's caret with name and party, and with initials for when the name rests, so that no colour has to tell whose it is. Screen readers hear who is
 * here from the bar, not from the middle of a sentence.
 */
export function caretElement(owner: CaretOwner): HTMLElement {
  const element = document.createElement('span')
  element.className = `hs-caret ${colorOf(owner)}`
  element.setAttribute('aria-hidden', 'true')
  element.dataset.initials = initialsOf(owner.name)
  const label = document.createElement('span')
  label.className = 'hs-caret__label'
  label.append(owner.name)
  if (owner.party !== null) {
    const party = document.createElement('span')
    party.className = 'hs-caret__party'
    party.append(owner.party)
    label.append(' ', party)
  }
  // Word joiners keep a line from breaking at the caret.
  element.append('\u2060', label, '\u2060')
  return element
}
