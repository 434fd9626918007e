import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { directionOf } from '../../shared/agreement/words-direction.ts'

const key = new PluginKey<DecorationSet>('paragraphDirections')

/** Has a paragraph of Arabic or Hebrew begin at the right, as it does in the Word file. */
export function paragraphDirections(): Plugin {
  return new Plugin({
    key,
    state: {
      init: (_config, { doc }) => directionsIn(doc),
      apply: (transaction, before) => (transaction.docChanged ? directionsIn(transaction.doc) : before),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function directionsIn(doc: Node): DecorationSet {
  const decorations: Decoration[] = []
  doc.forEach((child, offset) => {
    if (!child.isTextblock || directionOf(child.textContent) === undefined) return
    decorations.push(Decoration.node(offset, offset + child.nodeSize, { dir: 'rtl' }))
  })
  return decorations.length > 0 ? DecorationSet.create(doc, decorations) : DecorationSet.empty
}
