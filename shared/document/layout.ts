import type * as Y from 'yjs'

/**
 * Where each thing of an agreement lives in its Y.Doc. Only this room knows these names.
 *
 * | what | where |
 * | --- | --- |
 * | single values of the agreement itself | root map `agreement`, key = field |
 * | single values of a group | root map `<group>`: `purpose`, `term` |
 * | long text of a group | root text `<group>.<field>`: `purpose.goalText` |
 * | set of a group or of the agreement | root map of key → true: `governance.steeringGroupPartyIds`, `bindingArticleKeys` |
 * | list of records | root map of key → record map: `parties`, `purpose.results` |
 * | record | Y.Map: single values by field; long text a nested Y.Text; set a nested Y.Map; `@order` its place |
 * | rich text | root fragment `article:<id>`, `annex:<id>` |
 * | taken out | `@removed: true` in the record of an article or annex; its heading in `removedTexts` |
 *
 * Root types are joined by name on every side, so no two people can make two of one; a record's nested types are made in the
 * transaction that makes the record.
 */
export const LAYOUT_VERSION = 1

const LAYOUT_ROOT = 'layout'
/** Root of the agreement's own single values. */
export const TOP = 'agreement'
/** Key of the fractional order inside a record. */
export const ORDER = '@order'
/** Key inside the record of an article or annex that was taken out: true. The record and its text stay, see `article-edit.ts`. */
export const REMOVED = '@removed'
/** Origin of every change made through this room on this side; the undo manager follows it. */
export const EDIT = Symbol('edit')
/** Origin of a change of this side that is no step of undo by itself: taking back, or putting letters in again that were lost. */
export const NO_STEP = Symbol('no step')

const FRAGMENT_PREFIX: Readonly<Record<string, string>> = { articles: 'article:', annexes: 'annex:' }

export const groupMap = (doc: Y.Doc, group: string): Y.Map<unknown> => doc.getMap(group === '' ? TOP : group)
export const listMap = (doc: Y.Doc, path: string): Y.Map<unknown> => doc.getMap(path)
export const rootSet = (doc: Y.Doc, path: string): Y.Map<unknown> => doc.getMap(path)
export const rootText = (doc: Y.Doc, path: string): Y.Text => doc.getText(path)

/** The rich text of an article. */
export const articleFragment = (doc: Y.Doc, articleId: string): Y.XmlFragment =>
  fragmentOf(doc, 'articles', articleId)
/** The rich text of an annex. */
export const annexFragment = (doc: Y.Doc, annexId: string): Y.XmlFragment =>
  fragmentOf(doc, 'annexes', annexId)

/** The rich text of a record in `articles` or `annexes`. Throws a RangeError for another list. */
export function fragmentOf(doc: Y.Doc, listPath: string, id: string): Y.XmlFragment {
  const prefix = FRAGMENT_PREFIX[listPath]
  if (prefix === undefined) throw new RangeError(`fragmentOf: ${listPath} holds no rich text`)
  return doc.getXmlFragment(prefix + id)
}

/** The record whose rich text is the root with this name, or null. */
export function maybeFragmentOwner(rootName: string): { listPath: string; id: string } | null {
  const found = Object.entries(FRAGMENT_PREFIX).find(([, prefix]) => rootName.startsWith(prefix))
  return found ? { listPath: found[0], id: rootName.slice(found[1].length) } : null
}

/** The name of a root type; empty for what is not one. */
export function nameOfRoot(doc: Y.Doc, root: Y.AbstractType<unknown>): string {
  for (const [name, type] of doc.share) if (type === root) return name
  return ''
}

/** The layout version a document was written with; 0 when nothing was written yet. */
export function layoutVersion(doc: Y.Doc): number {
  const version = doc.getMap(LAYOUT_ROOT).get('version')
  return typeof version === 'number' ? version : 0
}

/** Marks a document as written in this layout. */
export function markLayout(doc: Y.Doc): void {
  doc.getMap(LAYOUT_ROOT).set('version', LAYOUT_VERSION)
}

/**
 * The client that wrote the agreement when it was made, by the template or a snapshot; null when that cannot be known. It is the one
 * that first marked the layout, as the first thing it ever wrote.
 */
export function maybeSeedClient(doc: Y.Doc): number | null {
  let item = doc.getMap(LAYOUT_ROOT)._map.get('version') ?? null
  while (item?.left) item = item.left
  return item?.id.clock === 0 ? item.id.client : null
}
