import * as Y from 'yjs'
import { fragmentOf, listMap } from './layout.ts'

/** True when something that stands in this item now, or in the text of the article or annex it makes, was made by another. */
export function holdsWorkOfOthers(item: Y.Item, doc: Y.Doc): boolean {
  if (!(item.content instanceof Y.ContentType)) return false
  const { client } = item.id
  if (hasForeignContent(item.content.type, client)) return true
  const list = listOf(item, doc)
  return list !== null && hasForeignContent(fragmentOf(doc, list, item.parentSub ?? ''), client)
}

function listOf(item: Y.Item, doc: Y.Doc): 'articles' | 'annexes' | null {
  if (item.parentSub === null) return null
  if (item.parent === listMap(doc, 'articles')) return 'articles'
  return item.parent === listMap(doc, 'annexes') ? 'annexes' : null
}

type Children = Pick<Y.XmlFragment, '_map' | '_start'>

function hasForeignContent(type: Children, client: number): boolean {
  for (const value of type._map.values()) if (isForeign(value, client)) return true
  for (let item = type._start; item !== null; item = item.right) if (isForeign(item, client)) return true
  return false
}

function isForeign(item: Y.Item, client: number): boolean {
  if (item.deleted) return false
  if (item.id.client !== client) return true
  return item.content instanceof Y.ContentType && hasForeignContent(item.content.type, client)
}
