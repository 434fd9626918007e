import { BuilderElement, type ParagraphChild, type TextRun, type XmlComponent } from 'docx'
import type { InlineMark } from '../outline/outline.ts'
import { NAMESPACE, STORE, xpathOf } from './carried-data.ts'
import { placeholderPart } from './placeholders.ts'
import type { ShownFact } from './shown-facts.ts'

/** `finishPackage` numbers the controls by their order. */
export const UNNUMBERED = '0'

/**
 * A fact as a content control (ECMA-376 part 1, 17.5.2) that is bound to its place in the data that the file carries: Word keeps all its places and
 * the data equal, and who fills it in needs no more than a click. A day is chosen from a calendar.
 */
export function toFactControl(
  fact: ShownFact,
  runs: readonly TextRun[],
  marks: readonly InlineMark[] = [],
): ParagraphChild {
  const properties = propertiesOf(fact, marks.length === 0)
  const control = element('w:sdt', [element('w:sdtPr', properties), element('w:sdtContent', runs)])
  // The types of `docx` name what may stand in a paragraph one by one, and know no controls; it writes any element.
  return control as XmlComponent as TextRun
}

/** In the order of the schema. */
function propertiesOf(fact: ShownFact, isPlain: boolean): XmlComponent[] {
  const empty = fact.value === ''
  return [
    valued('w:alias', nameOf(fact)),
    ...(fact.address.length <= LONGEST_NAME ? [valued('w:tag', fact.address)] : []),
    valued('w:id', UNNUMBERED),
    ...(empty
      ? [
          element('w:placeholder', [valued('w:docPart', placeholderPart(fact))]),
          element('w:showingPlcHdr', []),
        ]
      : []),
    ...(isPlain && isBindable(fact) ? [bindingOf(fact)] : []),
    // A control of plain text has no letters of its own in LibreOffice; one that does not say what it holds keeps them (17.5.2.26).
    ...(isPlain || fact.kind !== 'text' ? [kindOf(fact)] : []),
  ]
}

/** Longest name and tag of a control that Word takes. */
export const LONGEST_NAME = 64

/** What stands at a control while somebody is in it. Of a fact in a table the name of its column: its address says nothing to people. */
const nameOf = ({ address, row }: ShownFact): string => (row?.label || address).slice(0, LONGEST_NAME)

function kindOf(fact: ShownFact): XmlComponent {
  switch (fact.kind) {
    case 'date':
      return dateKind(fact)
    case 'choice':
      return element('w:dropDownList', (fact.row?.choices ?? []).map(listItem))
    case 'text':
      return attributed('w:text', { 'w:multiLine': '1' })
  }
}

/** The word is the value too: what is bound is what is shown. */
const listItem = (word: string): XmlComponent =>
  attributed('w:listItem', { 'w:displayText': word, 'w:value': word })

/**
 * LibreOffice 7.4 writes what is bound without escaping it, and then keeps no data at all: such a fact is known by its address alone. So is one in bold
 * letters: only plain text is bound (17.5.2.6).
 */
const isBindable = ({ value }: ShownFact): boolean => !/[&<]/.test(value)

function bindingOf(fact: ShownFact): XmlComponent {
  return attributed('w:dataBinding', {
    'w:prefixMappings': `xmlns:h='${NAMESPACE}'`,
    'w:xpath': xpathOf(fact),
    'w:storeItemID': STORE,
  })
}

function dateKind({ value }: ShownFact): XmlComponent {
  return attributed('w:date', value === '' ? {} : { 'w:fullDate': `${value}T00:00:00Z` }, [
    valued('w:dateFormat', 'd MMMM yyyy'),
    valued('w:lid', 'nl-NL'),
    valued('w:storeMappedDataAs', 'date'),
    valued('w:calendar', 'gregorian'),
  ])
}

function valued(name: string, value: string): XmlComponent {
  return attributed(name, { 'w:val': value })
}

function attributed(
  name: string,
  values: Readonly<Record<string, string>>,
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const attributes = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { key, value }]))
  return new BuilderElement({ name, attributes, children })
}

function element(name: string, children: readonly XmlComponent[]): XmlComponent {
  return new BuilderElement({ name, children })
}
