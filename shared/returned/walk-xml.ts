import { SaxesParser } from 'saxes'
import { LIMITS } from './limits.ts'
import { knownName } from './names.ts'

/** An XML text that can not be read: it is not well-formed or has a DOCTYPE (`damaged`), or is more than `LIMITS` let through. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
  readonly trouble: 'damaged' | 'too-large'

  constructor(seen: string, trouble: 'damaged' | 'too-large' = 'damaged') {
    super(seen)
    this.trouble = trouble
  }
}

export type Attributes = Readonly<Record<string, string>>

/** What is told of an XML text, in its order. Comments and processing instructions are not. */
export type XmlVisitor = {
  open: (name: string, attributes: Attributes) => void
  close: (name: string) => void
  text?: (text: string) => void
}

/** One content in several ways, for readers that know more or less (ECMA-376 part 3). */
export const ALTERNATIVES = 'mc:AlternateContent'

const NO_ATTRIBUTES: Attributes = Object.freeze({})
const DECLARATION = 'http://www.w3.org/2000/xmlns/'

/**
 * Reads an XML text from begin to end, with names as in `names.ts`. Only the five entities of XML itself and numbers of signs stand for
 * something. Gives the number of elements. Throws `XmlError`.
 */
export function walkXml(text: string, visitor: XmlVisitor): number {
  if (!text.isWellFormed()) throw new XmlError('half a sign')
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    forceXMLVersion: true,
    defaultXMLVersion: '1.0',
  })
  const fail = (seen: string): never => {
    throw new XmlError(seen)
  }
  const bound = (found: number, most: number, what: string) => {
    if (found > most) throw new XmlError(`too much: ${what}`, 'too-large')
  }
  let [depth, elements, attributes, alternatives] = [0, 0, 0, 0]
  parser.on('error', (error) => fail(error.message))
  parser.on('doctype', () => fail('a DOCTYPE'))
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(utf-?8|utf-?16|us-ascii)$/i.test(encoding)) fail(`encoding ${encoding.slice(0, 40)}`)
  })
  parser.on('opentagstart', () => {
    attributes = 0
    depth += 1
    elements += 1
    bound(depth, LIMITS.depth, 'depth')
    bound(elements, LIMITS.elements, 'elements')
  })
  parser.on('attribute', ({ name, value }) => {
    attributes += 1
    bound(attributes, LIMITS.attributes, 'attributes')
    bound(name.length, LIMITS.name, 'name')
    bound(value.length, /^xmlns(:|$)/.test(name) ? LIMITS.namespace : LIMITS.attribute, 'value')
  })
  parser.on('opentag', ({ uri, local, attributes: all }) => {
    bound(local.length, LIMITS.name, 'name')
    const name = knownName(uri, local)
    if (name === ALTERNATIVES) alternatives += 1
    // A tree takes over what each of them holds in place of it.
    bound(alternatives, LIMITS.alternatives, 'alternatives')
    visitor.open(name, attributes === 0 ? NO_ATTRIBUTES : namedAttributes(all))
  })
  parser.on('closetag', ({ uri, local }) => {
    const name = knownName(uri, local)
    depth -= 1
    if (name === ALTERNATIVES) alternatives -= 1
    visitor.close(name)
  })
  const { text: tell } = visitor
  if (tell) {
    parser.on('text', (piece) => tell(piece))
    parser.on('cdata', (piece) => tell(piece))
  }
  parser.write(text).close()
  return elements
}

type Given = Readonly<Record<string, { uri: string; local: string; value: string }>>

/** Two prefixes may stand for one namespace here (strict and not): the first one counts. */
function namedAttributes(all: Given): Attributes {
  const named: Record<string, string> = {}
  for (const { uri, local, value } of Object.values(all)) {
    // No attribute of Office is called so, and on an object it would be another thing.
    if (uri === DECLARATION || local === '__proto__') continue
    const name = knownName(uri, local)
    if (!Object.hasOwn(named, name)) named[name] = value
  }
  return named
}
