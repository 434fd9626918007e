import { type IContext, type IXmlableObject, type ParagraphChild, type TextRun, XmlComponent } from 'docx'

/** `finishPackage` numbers the controls by their order. */
export const UNNUMBERED = '0'

/** Longest name and tag of a control that Word takes. */
export const LONGEST_NAME = 64

/** An element as `docx` hands it to its writer: an object with one property, its name. */
export type Markup = Readonly<Record<string, unknown>>

/** An element with attributes and others in it, in this order. */
export function markup(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Markup[] = [],
): Markup {
  const held = { _attr: attributes }
  if (children.length > 0)
    return { [name]: Object.keys(attributes).length > 0 ? [held, ...children] : children }
  return { [name]: Object.keys(attributes).length > 0 ? held : {} }
}

/** An element that says one thing: `w:val`. */
export const valued = (name: string, value: string): Markup => markup(name, { 'w:val': value })

/**
 * A content control (ECMA-376 part 1, 17.5.2) with its properties in the order of the schema. Thousands stand in a large agreement, so what
 * describes one is handed over as it is to be written, and not as components that `docx` first makes of it.
 */
export function contentControl(properties: readonly Markup[], runs: readonly TextRun[]): ParagraphChild {
  // The types of `docx` name what may stand in a paragraph one by one, and know no controls; it writes any element.
  return new ContentControl(properties, runs) as XmlComponent as TextRun
}

class ContentControl extends XmlComponent {
  readonly #properties: readonly Markup[]
  readonly #runs: readonly TextRun[]

  constructor(properties: readonly Markup[], runs: readonly TextRun[]) {
    super('w:sdt')
    this.#properties = properties
    this.#runs = runs
  }

  override prepForXml(context: IContext): IXmlableObject {
    const words = this.#runs.flatMap((run) => run.prepForXml(context) ?? [])
    return { 'w:sdt': [markup('w:sdtPr', {}, this.#properties), markup('w:sdtContent', {}, words)] }
  }
}

/** A day that is chosen from a calendar. */
export const dateKind = (attributes: Readonly<Record<string, string>> = {}): Markup =>
  markup('w:date', attributes, [
    valued('w:dateFormat', 'd MMMM yyyy'),
    valued('w:lid', 'nl-NL'),
    valued('w:storeMappedDataAs', 'date'),
    valued('w:calendar', 'gregorian'),
  ])

/** One of some words. The word is the value too: what is bound is what is shown. */
export const choiceKind = (choices: readonly { shown: string; value: string }[]): Markup =>
  markup(
    'w:dropDownList',
    {},
    choices.map(({ shown, value }) => markup('w:listItem', { 'w:displayText': shown, 'w:value': value })),
  )

/** Words on as many lines as one likes. */
export const TEXT_KIND: Markup = markup('w:text', { 'w:multiLine': '1' })
