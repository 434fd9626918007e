import { SaxesParser } from 'saxes'
import { escapeXml } from './package-parts.ts'

/** An element of a part that we wrote ourselves, with the prefixes that it has there. */
export type XmlNode = { name: string; attributes: Readonly<Record<string, string>>; children: XmlChild[] }
export type XmlChild = XmlNode | string

/** A part of our own as a tree. Throws for what is no XML: a fault of the writer. What others wrote is read by `shared/returned`. */
export function readXml(xml: string): XmlNode {
  const top = node('', {}, [])
  const open = [top]
  const parser = new SaxesParser({ position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const opened = node(name, attributes as Record<string, string>, [])
    open.at(-1)?.children.push(opened)
    open.push(opened)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text)
  })
  parser.write(xml).close()
  const [root] = elementsIn(top)
  if (root === undefined) throw new RangeError('readXml: no root')
  return root
}

/** A tree as the whole text of a part. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${asText(root)}`
}

/** One element with all in it, as text. Equal elements give equal texts. */
export function asText(child: XmlChild): string {
  if (typeof child === 'string') return escapeXml(child)
  const { name, attributes, children } = child
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const opening = `<${name}${given.join('')}`
  return children.length === 0
    ? `${opening}/>`
    : `${opening}>${children.map((each) => asText(each)).join('')}</${name}>`
}

/** A line break in an attribute is read as a space when it is not escaped (XML 1.0, 3.3.3). */
const escaped = (value: string): string =>
  escapeXml(value).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export function node(
  name: string,
  attributes: XmlNode['attributes'] = {},
  children: XmlChild[] = [],
): XmlNode {
  return { name, attributes, children }
}

export function elementsIn({ children }: XmlNode): XmlNode[] {
  return children.filter((child) => typeof child !== 'string')
}

/** The first element of this name directly in another, or null. */
export function elementIn(parent: XmlNode | null, name: string): XmlNode | null {
  return parent === null ? null : (elementsIn(parent).find((child) => child.name === name) ?? null)
}

/** Every element of this name, however deep. */
export function elementsNamed(parent: XmlNode, name: string): XmlNode[] {
  return elementsIn(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsNamed(child, name),
  ])
}

/** What a property says (`w:val`); null where it is not there. */
export function settingOf(property: XmlNode | null): string | null {
  return property?.attributes['w:val'] ?? null
}

/** What somebody reads in it: a tab and a line break are one sign each. */
export function wordsIn(child: XmlChild): string {
  // Among the properties of a paragraph there are tabs too: those are places, not signs.
  if (typeof child === 'string' || child.name.endsWith('Pr')) return ''
  if (child.name === 'w:t') return child.children.filter((each) => typeof each === 'string').join('')
  if (child.name === 'w:tab') return '\t'
  if (child.name === 'w:br') return '\n'
  return child.children.map(wordsIn).join('')
}
