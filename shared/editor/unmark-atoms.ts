import { Plugin, PluginKey } from '@tiptap/pm/state'

/**
 * Takes marks off everything that is not text. The Yjs binding keeps marks on text alone (y-prosemirror issue 47),
 * so a bold field would be bold for the person who made it and for nobody else.
 */
export function unmarkAtoms(): Plugin {
  return new Plugin({
    key: new PluginKey('unmarkAtoms'),
    appendTransaction(transactions, _before, state) {
      if (!transactions.some((transaction) => transaction.docChanged)) return null
      const { tr } = state
      state.doc.descendants((node, position) => {
        if (!node.isInline || node.isText) return
        for (const mark of node.marks) tr.removeNodeMark(position, mark)
      })
      return tr.docChanged ? tr : null
    },
  })
}
