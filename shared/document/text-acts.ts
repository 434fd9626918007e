import * as Y from 'yjs'
import type { TextList } from './article-edit.ts'
import { listMap, ORDER, REMOVED } from './layout.ts'

/**
 * That an article or annex was taken out, put back or moved. `by` is the Yjs client that did it, of what is back the one that had
 * taken it out; null when this page itself did it. */
export type TextAct = { id: string; list: TextList; kind: 'removed' | 'back' | 'moved'; by: number | null }

const LISTS: readonly TextList[] = ['articles', 'annexes']

/** Tells of each such act in the document the moment it is done, before anything is drawn. Gives its stop. */
export function followTextActs(doc: Y.Doc, onAct: (act: TextAct) => void): () => void {
  const stops = LISTS.map((list) => {
    const map = listMap(doc, list)
    const look = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
      for (const { target: record, keys, path } of events) {
        const [id] = path
        if (path.length !== 1 || typeof id !== 'string' || !(record instanceof Y.Map)) continue
        const key = [REMOVED, ORDER].find((each) => keys.has(each))
        if (key === undefined) continue
        const isOut = record.get(REMOVED) === true
        // What is out and moved is moved where nobody sees it.
        if (isOut && key === ORDER) continue
        const kind = key === ORDER ? 'moved' : isOut ? 'removed' : 'back'
        onAct({ id, list, kind, by: local ? null : (record._map.get(key)?.id.client ?? null) })
      }
    }
    map.observeDeep(look)
    return () => map.unobserveDeep(look)
  })
  return () => {
    for (const stop of stops) stop()
  }
}
