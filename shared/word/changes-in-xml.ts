import { authorOf } from './comments.ts'
import { FIRST_CHANGE } from './tracked-changes.ts'
import { elementIn, node, type XmlChild, type XmlNode } from './xml-tree.ts'

/** On which side of a comparison something stands alone. */
export type Side = 'gone' | 'came'

/** Who says that something changed, and when: the same for a whole file. */
export type ChangeMaker = { author: string; date: Date }

/** Makes the elements of tracked changes, each under a number of its own. */
export type Tracker = ReturnType<typeof createTracker>

export function createTracker({ author, date }: ChangeMaker) {
  let next = FIRST_CHANGE
  const by = () => ({
    'w:id': String(next++),
    'w:author': authorOf(author),
    'w:date': `${date.toISOString().slice(0, 19)}Z`,
  })
  const names = { gone: 'w:del', came: 'w:ins' } as const

  /** Says in the properties of a paragraph that its mark came or went (ECMA-376 part 1, 17.13.5.15 and 17.13.5.20). */
  const markOf = (side: Side): XmlNode => node(names[side], by())

  return {
    /** Runs that came or went (ECMA-376 part 1, 17.13.5.18 and 17.13.5.14); none for none. */
    runs(side: Side, runs: XmlChild[]): XmlNode[] {
      if (runs.length === 0) return []
      return [node(names[side], by(), side === 'gone' ? runs.map(asDeleted) : runs)]
    },

    /** The properties of a paragraph that came or went as a whole. */
    paragraph(side: Side, properties: XmlNode | null): XmlNode {
      const own = properties?.children ?? []
      const run = elementIn(properties, 'w:rPr')
      const marked = node('w:rPr', {}, [markOf(side), ...(run?.children ?? [])])
      const rest = own.filter((child) => child !== run)
      return node('w:pPr', {}, beforeLast(rest, marked))
    },

    /** The properties of a paragraph that stands in neither text: it came and went. */
    neither(properties: XmlNode): XmlNode {
      const marks = node('w:rPr', {}, [markOf('came'), markOf('gone')])
      return node('w:pPr', {}, beforeLast(properties.children, marks))
    },

    /** The properties of a paragraph that has another form than it had (17.13.5.29). */
    form(now: XmlNode | null, was: XmlNode | null): XmlNode {
      const before = (was?.children ?? []).filter((child) => !isName(child, LATE))
      const change = node('w:pPrChange', by(), [node('w:pPr', {}, before)])
      return node('w:pPr', {}, [...(now?.children ?? []), change])
    },

    /** The properties of a row that came or went (17.13.5.17 and 17.13.5.13): the last of them, by the schema. */
    row(side: Side, properties: XmlNode | null): XmlNode {
      return node('w:trPr', {}, [...(properties?.children ?? []), markOf(side)])
    },
  }
}

/** What stands last in the properties of a paragraph (17.3.1.26, CT_PPr). */
const LATE = ['w:rPr', 'w:sectPr', 'w:pPrChange']

const isName = (child: XmlChild, names: readonly string[]): boolean =>
  typeof child !== 'string' && names.includes(child.name)

function beforeLast(children: readonly XmlChild[], added: XmlNode): XmlChild[] {
  const late = children.filter((child) => isName(child, LATE))
  return [...children.filter((child) => !isName(child, LATE)), added, ...late]
}

/** In what went, text has an element of its own (17.3.3.7). */
function asDeleted(child: XmlChild): XmlChild {
  if (typeof child === 'string') return child
  const name = child.name === 'w:t' ? 'w:delText' : child.name
  return { ...child, name, children: child.children.map(asDeleted) }
}
