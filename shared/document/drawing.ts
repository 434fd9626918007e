import type { Node, Schema } from '@tiptap/pm/model'
import type { ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type Child, readBlock } from './rich-text-read.ts'

type Mapping = ProsemirrorBinding['mapping']
type AnyType = Parameters<Mapping['get']>[0]
const NodesOfTypes = Map as new () => Mapping

/**
 * As which node each element of a rich text is drawn in an editor: worked out when it is asked for, and kept until it is told to have changed.
 *
 * y-tiptap draws what its `mapping` does not hold, and writes while it draws: what it cannot draw it takes out of the document, for everybody,
 * and a text of one's own it moves into the text before it, from under the hands of who writes there. In this mapping it finds everything. What
 * this edition does not know is drawn as it is read, by its words, and stays in the document what it is until somebody edits it.
 */
export class Drawing extends NodesOfTypes {
  readonly #schema: Schema

  constructor(schema: Schema) {
    super()
    this.#schema = schema
  }

  /** The node of a paragraph, of a block, or of what is no text in a paragraph. Of a text none: it can be several. */
  override get(type: AnyType): Node | undefined {
    const known = super.get(type)
    if (known !== undefined) return Array.isArray(known) ? undefined : known
    const { parent } = type
    if (parent === null || !isChild(type)) return undefined
    if (!(parent instanceof Y.XmlElement)) return this.#draw(type)
    if (type instanceof Y.XmlText || super.has(parent)) return undefined
    return this.get(parent) && this.get(type)
  }

  /** What stands there says a node, and what stands in it what stands in the node. */
  draws(element: Child, node: Node): void {
    this.set(element, node)
    if (!(element instanceof Y.XmlElement)) return
    const elements = element.toArray().filter((child) => child instanceof Y.XmlElement)
    const leaves = node.children.filter(({ isText }) => !isText)
    if (elements.length !== leaves.length) return
    for (const [index, leaf] of leaves.entries()) this.set(elements[index] as Y.XmlElement, leaf)
  }

  #draw(child: Child): Node {
    const node = this.#schema.nodeFromJSON(readBlock(child, '', []))
    this.draws(child, node)
    return node
  }
}

const isChild = (type: AnyType): type is Child =>
  type instanceof Y.XmlElement || type instanceof Y.XmlText || type instanceof Y.XmlHook

/** A rich text as an editor shows it. */
export function drawProse(fragment: Y.XmlFragment, schema: Schema): { node: Node; drawing: Drawing } {
  const drawing = new Drawing(schema)
  return { node: schema.topNodeType.create(null, blocksOf(fragment, drawing)), drawing }
}

/** What a rich text is made of. */
export function blocksOf(fragment: Y.XmlFragment, drawing: Drawing): Node[] {
  return fragment.toArray().flatMap((child) => drawing.get(child) ?? [])
}
