import type { ParagraphChild, TextRun } from 'docx'
import type { InlineMark } from '../outline/outline.ts'
import { NAMESPACE, STORE, xpathOf } from './carried-data.ts'
import {
  choiceKind,
  contentControl,
  dateKind,
  LONGEST_NAME,
  type Markup,
  markup,
  TEXT_KIND,
  UNNUMBERED,
  valued,
} from './content-control.ts'
import { placeholderPart } from './placeholders.ts'
import type { ShownFact } from './shown-facts.ts'

/**
 * A fact as a content control (ECMA-376 part 1, 17.5.2) that is bound to its place in the data that the file carries: Word keeps all its places and
 * the data equal, and who fills it in needs no more than a click. A day is chosen from a calendar.
 */
export function toFactControl(
  fact: ShownFact,
  runs: readonly TextRun[],
  marks: readonly InlineMark[] = [],
): ParagraphChild {
  return contentControl(propertiesOf(fact, marks.length === 0), runs)
}

/** In the order of the schema. */
function propertiesOf(fact: ShownFact, isPlain: boolean): Markup[] {
  const empty = fact.value === ''
  return [
    valued('w:alias', nameOf(fact)),
    ...(fact.address.length <= LONGEST_NAME ? [valued('w:tag', fact.address)] : []),
    valued('w:id', UNNUMBERED),
    ...(empty
      ? [markup('w:placeholder', {}, [valued('w:docPart', placeholderPart(fact))]), markup('w:showingPlcHdr')]
      : []),
    ...(isPlain && isBindable(fact) ? [bindingOf(fact)] : []),
    // A control of plain text has no letters of its own in LibreOffice; one that does not say what it holds keeps them (17.5.2.26).
    ...(isPlain || fact.kind !== 'text' ? [kindOf(fact)] : []),
  ]
}

/** What stands at a control while somebody is in it. Of a fact in a table the name of its column: its address says nothing to people. */
const nameOf = ({ address, row }: ShownFact): string => (row?.label || address).slice(0, LONGEST_NAME)

function kindOf({ kind, value, row }: ShownFact): Markup {
  switch (kind) {
    case 'date':
      return dateKind(value === '' ? {} : { 'w:fullDate': `${value}T00:00:00Z` })
    case 'choice':
      return choiceKind((row?.choices ?? []).map((word) => ({ shown: word, value: word })))
    case 'text':
      return TEXT_KIND
  }
}

/**
 * LibreOffice 7.4 writes what is bound without escaping it, and then keeps no data at all: such a fact is known by its address alone. So is one in bold
 * letters: only plain text is bound (17.5.2.6).
 */
const isBindable = ({ value }: ShownFact): boolean => !/[&<]/.test(value)

function bindingOf(fact: ShownFact): Markup {
  return markup('w:dataBinding', {
    'w:prefixMappings': `xmlns:h='${NAMESPACE}'`,
    'w:xpath': xpathOf(fact),
    'w:storeItemID': STORE,
  })
}
