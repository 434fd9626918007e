import type * as Y from 'yjs'
import { agreementBody } from '../agreement/agreement.ts'
import { fieldsOf, LISTS } from '../agreement/schema-walk.ts'
import { listMap, maybeFragmentOwner, TOP } from './layout.ts'

const TEXT_LISTS = ['articles', 'annexes']
/** Follows from the articles; it tells nothing of its own. */
const DERIVED_LIST = 'removedTexts'
const LONGEST_ID = 80
/** The groups of an agreement, each with its single values, long texts and sets. */
const GROUPS = new Set(
  fieldsOf(agreementBody).flatMap(({ name, layout }) => (layout.kind === 'object' ? [name] : [])),
)
/** Sets and long texts at the top of an agreement: root types of their own, and part of the agreement itself. */
const TOP_ROOTS = new Set(
  fieldsOf(agreementBody).flatMap(({ name, layout }) =>
    layout.kind === 'longText' || layout.kind === 'set' ? [name] : [],
  ),
)

type AnyType = Y.AbstractType<unknown>

/**
 * Where a transaction changed the agreement: the ids of articles and annexes, the paths of lists (`parties`, `financing.lines`), the names
 * of groups (`term`), and empty for the agreement's own values. What stands under names that no agreement has is left out. Costs a
 * few look-ups for what one key press changes.
 */
export function placesChanged(transaction: Y.Transaction): Set<string> {
  const places = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    for (const place of placesOf(transaction.doc, type as unknown as AnyType, keys)) places.add(place)
  }
  return places
}

function placesOf(doc: Y.Doc, type: AnyType, keys: ReadonlySet<string | null>): readonly string[] {
  let root = type
  let recordId: string | null = null
  while (root._item !== null) {
    recordId = root._item.parentSub
    root = root._item.parent as AnyType
  }
  const name = nameOfRoot(doc, root)
  if (!TEXT_LISTS.includes(name)) return maybePlace(doc, name) ?? []
  return (recordId === null ? [...keys] : [recordId]).filter(isId)
}

const isId = (key: string | null): key is string => key !== null && key.length <= LONGEST_ID

const names = new WeakMap<AnyType, string>()

/** One walk over all roots for every new one, however many a peer makes at once. */
function nameOfRoot(doc: Y.Doc, root: AnyType): string {
  if (!names.has(root)) for (const [name, type] of doc.share) names.set(type as unknown as AnyType, name)
  return names.get(root) ?? ''
}

/** An article's words belong to it from the moment its record is there; a root that nobody made a record for belongs nowhere. */
function maybePlace(doc: Y.Doc, root: string): [string] | null {
  if (root === TOP || TOP_ROOTS.has(root)) return ['']
  if (LISTS.has(root)) return root === DERIVED_LIST ? null : [root]
  const owner = maybeFragmentOwner(root)
  if (owner) return listMap(doc, owner.listPath).has(owner.id) && isId(owner.id) ? [owner.id] : null
  const [group = ''] = root.split('.')
  return GROUPS.has(group) ? [group] : null
}
