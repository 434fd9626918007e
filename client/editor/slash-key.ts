import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { InsertRequests } from './insert-request.ts'

/** A "/" at the start of a word asks what to insert; in "en/of" and "1/2" it is a sign like any other. */
export function slashKey(requests: InsertRequests): Plugin {
  return new Plugin({
    key: new PluginKey('slashKey'),
    props: {
      handleTextInput: (view, from, _to, text) => {
        if (text !== '/') return false
        const { parent, parentOffset } = view.state.doc.resolve(from)
        const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, ' ', 'x')
        if (before !== '' && !/[\s(]/.test(before)) return false
        requests.open({ view, typed: '/' })
        return true
      },
    },
  })
}
