import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { enterBlock } from './block-views.ts'
import { openInline } from './inline-views.ts'
import type { PaperHost } from './paper-host.ts'
import { createTabWay } from './tab-way.ts'
import { historyCommandOf } from './undo-history.ts'

/** Keys that lead out of the text: undo, across its borders, into a fact or table, and on over the page. */
export function paperKeys(host: PaperHost, place: string): Plugin {
  const tabs = createTabWay()
  return new Plugin({
    key: new PluginKey('paperKeys'),
    props: {
      handleDOMEvents: {
        // The editor does not see what leads on and the browser does: the focus goes on to what comes next.
        keydown: (_view, event) => tabs.down(event),
        keyup: (_view, event) => {
          tabs.up(event)
          return false
        },
        mousedown: () => {
          tabs.pressed()
          return false
        },
        blur: () => {
          tabs.left()
          return false
        },
      },
      handleKeyDown: (view, event) => {
        if (event.isComposing) return false
        const command = historyCommandOf(event)
        if (command !== null) {
          host.history[command]()
          return true
        }
        if (event.key === 'Enter') return openSelected(view, host)
        const direction = directionOf(event)
        return (
          direction !== null && isAtEdge(view, event.key, direction) && host.places.cross(place, direction)
        )
      },
    },
  })
}

function openSelected(view: EditorView, host: PaperHost): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection)) return false
  const dom = view.nodeDOM(selection.from)
  if (!(dom instanceof HTMLElement)) return false
  return selection.node.type.name === 'block' ? enterBlock(dom) : openInline(selection.node, dom, host)
}

type Direction = -1 | 1

function directionOf(event: KeyboardEvent): Direction | null {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') return -1
  return event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : null
}

/** True when the arrow has nowhere left to go in this text. */
function isAtEdge(view: EditorView, arrow: string, direction: Direction): boolean {
  const { doc, selection } = view.state
  const edge =
    direction === -1 ? selection.$from.index(0) === 0 : selection.$to.indexAfter(0) >= doc.childCount
  if (!edge) return false
  if (selection instanceof NodeSelection && selection.node.isBlock) return true
  if (arrow === 'ArrowLeft') return selection.empty && selection.from <= 1
  if (arrow === 'ArrowRight') return selection.empty && selection.to >= doc.content.size - 1
  return view.endOfTextblock(direction === -1 ? 'up' : 'down')
}
