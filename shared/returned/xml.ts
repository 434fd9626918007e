import { ALTERNATIVES, type Attributes, walkXml, XmlError } from './walk-xml.ts'

export { XmlError } from './walk-xml.ts'

export type XmlElement = {
  /** `w:p` by our own prefixes (`names.ts`), `{address}local` in a namespace that is not known here. */
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

type Growing = { name: string; attributes: Attributes; children: XmlNode[] }

/**
 * An XML text as a tree; two texts never stand side by side. Of an `mc:AlternateContent` its Fallback is there in its place, which every
 * reader must understand (ECMA-376 part 3), or else its first Choice. Throws `XmlError`.
 */
export function parseXml(text: string): XmlElement {
  const top: Growing = { name: '', attributes: {}, children: [] }
  const open: Growing[] = [top]
  const innermost = () => open.at(-1) ?? top
  walkXml(text, {
    open: (name, attributes) => open.push({ name, attributes, children: [] }),
    close: () => {
      const element = open.pop()
      if (element) for (const child of inPlaceOf(element)) add(innermost(), child)
    },
    text: (piece) => add(innermost(), piece),
  })
  const [root] = top.children.filter((child) => typeof child !== 'string')
  if (!root) throw new XmlError('no root')
  return root
}

function add(parent: Growing, child: XmlNode): void {
  const last = parent.children.length - 1
  const before = parent.children[last]
  if (typeof child === 'string' && typeof before === 'string') parent.children[last] = before + child
  else if (child !== '') parent.children.push(child)
}

function inPlaceOf(element: Growing): readonly XmlNode[] {
  if (element.name !== ALTERNATIVES) return [element]
  const ways = element.children.filter((child) => typeof child !== 'string')
  const way = ways.find(({ name }) => name === 'mc:Fallback') ?? ways.find(({ name }) => name === 'mc:Choice')
  return way?.children ?? []
}
