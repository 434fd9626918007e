import type * as Y from 'yjs'
import type { ProposedChange } from '../agreement/proposed-change.ts'
import { type ChangeBase, nowOfChange, standsAsProposed } from './proposed-change.ts'

/** Whether a change still fits what is there, and what is there where it does not; null when nothing is. */
export type Standing = { stands: boolean; now: unknown }

/** How a proposed change, of which `base` stood there, stands in the document as it is now. */
export function standingOf(doc: Y.Doc, change: ProposedChange, base: ChangeBase): Standing {
  if (standsAsProposed(doc, change, base)) return { stands: true, now: null }
  return { stands: false, now: nowOfChange(doc, change, base) }
}
