import { BuilderElement, type ParagraphChild, type TextRun, type XmlComponent } from 'docx'
import { NAMESPACE, STORE, xpathOf } from './carried-data.ts'
import { placeholderPart } from './placeholders.ts'
import type { ShownFact } from './shown-facts.ts'

/** `finishPackage` numbers the controls by their order. */
export const UNNUMBERED = '0'

/**
 * A fact as a content control (ECMA-376 part 1, 17.5.2) that is bound to its place in the data that the file carries: Word keeps all its places and
 * the data equal, and who fills it in needs no more than a click. A day is chosen from a calendar.
 */
export function toFactControl(fact: ShownFact, runs: readonly TextRun[]): ParagraphChild {
  const control = element('w:sdt', [element('w:sdtPr', propertiesOf(fact)), element('w:sdtContent', runs)])
  // The types of `docx` name what may stand in a paragraph one by one, and know no controls; it writes any element.
  return control as XmlComponent as TextRun
}

/** In the order of the schema. */
function propertiesOf(fact: ShownFact): XmlComponent[] {
  const empty = fact.value === ''
  return [
    valued('w:alias', fact.address),
    valued('w:tag', fact.address),
    valued('w:id', UNNUMBERED),
    ...(empty
      ? [
          element('w:placeholder', [valued('w:docPart', placeholderPart(fact))]),
          element('w:showingPlcHdr', []),
        ]
      : []),
    ...(isBindable(fact) ? [bindingOf(fact)] : []),
    fact.kind === 'date' ? dateKind(fact) : attributed('w:text', { 'w:multiLine': '1' }),
  ]
}

/** LibreOffice 7.4 writes what is bound without escaping it, and then keeps no data at all: such a fact is known by its address alone. */
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
