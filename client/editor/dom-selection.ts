import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * What of ProseMirror's own watch over the page is used here. It is no part of its public interface, and the version is pinned; where it is not as
 * known, all stays as ProseMirror does it.
 */
type DomObserver = { flush(): void; connectSelection(): void; disconnectSelection(): void }

/**
 * Has a text listen to where the cursor is only while it has the focus: in an agreement of sixty articles sixty texts would else be asked at each
 * letter, and each looks where the focus is only to find that it is elsewhere. A text that only is read has no focus, and listens as before.
 * Called once, when the view is made; ProseMirror connects anew by itself whenever focus comes or goes.
 */
export function listenInFocus(view: EditorView): void {
  const observer = maybeObserver(view)
  if (!observer) return
  const connect = observer.connectSelection.bind(observer)
  observer.connectSelection = () => {
    if (!view.editable || view.hasFocus()) connect()
  }
  observer.disconnectSelection()
  observer.connectSelection()
}

/**
 * Looks where the cursor is before a key is taken. A browser tells that it moved some moment later, and a key that comes before, on a busy device or
 * from a quick hand, would count for the old place: select all, an arrow and a letter replaced the whole article by that letter.
 */
export function cursorBeforeKey(): Plugin {
  return new Plugin({
    key: new PluginKey('cursorBeforeKey'),
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          if (!event.isComposing && !view.composing && view.hasFocus()) maybeObserver(view)?.flush()
          return false
        },
      },
    },
  })
}

function maybeObserver(view: EditorView): DomObserver | null {
  const observer: unknown = Reflect.get(view, 'domObserver')
  return isDomObserver(observer) ? observer : null
}

const NAMES = ['flush', 'connectSelection', 'disconnectSelection']

function isDomObserver(value: unknown): value is DomObserver {
  if (typeof value !== 'object' || value === null) return false
  return NAMES.every((name) => typeof Reflect.get(value, name) === 'function')
}
