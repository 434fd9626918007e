import { getSchema } from '@tiptap/core'
import { joinBackward, toggleMark } from '@tiptap/pm/commands'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { agreementBody } from '../../shared/agreement/agreement.ts'
import type { Layout } from '../../shared/agreement/field.ts'
import { emptyRichText, MARKS, PARAGRAPH_KINDS } from '../../shared/agreement/rich-text.ts'
import { fieldsOf, groupSchema, LISTS } from '../../shared/agreement/schema-walk.ts'
import {
  addText,
  putBackText,
  removedIds,
  removeText,
  replaceText,
} from '../../shared/document/article-edit.ts'
import { drawProse } from '../../shared/document/drawing.ts'
import {
  addRecord,
  addToSet,
  longTextAt,
  moveRecord,
  removeFromSet,
  removeRecord,
  replaceLongText,
  setField,
} from '../../shared/document/edit.ts'
import { articleFragment, listMap } from '../../shared/document/layout.ts'
import { placedRecords } from '../../shared/document/order.ts'
import { writeProse } from '../../shared/document/write-prose.ts'
import { editorExtensions } from '../../shared/editor/extensions.ts'
import { insertPiece } from '../../shared/editor/insert.ts'
import {
  indent,
  liftAtStart,
  outdent,
  setKind,
  splitParagraph,
} from '../../shared/editor/paragraph-commands.ts'
import { oneOf, type Random } from './seeded.ts'

/** Who does something to an agreement: a document, what can be taken back, and where chance, new ids and new words come from. */
export type Hands = {
  doc: Y.Doc
  undo: Y.UndoManager
  random: Random
  newId: () => string
  newWord: () => string
}

const schema = getSchema(editorExtensions())

/** Everything that people can do to an agreement, by the functions and commands that the product does it with. */
export const DEEDS: Readonly<Record<string, (hands: Hands) => void>> = {
  type: (hands) => inArticle(hands, typeWord),
  erase: (hands) => inArticle(hands, erase),
  split: (hands) => inArticle(hands, () => splitParagraph),
  join: (hands) => inArticle(hands, () => joinBackward, 'start'),
  lift: (hands) => inArticle(hands, () => liftAtStart, 'start'),
  indent: (hands) => inArticle(hands, () => indent),
  outdent: (hands) => inArticle(hands, () => outdent),
  kind: (hands) => inArticle(hands, ({ random }) => setKind(oneOf(random, PARAGRAPH_KINDS))),
  mark: (hands) => inArticle(hands, ({ random }) => toggleMark(markType(oneOf(random, MARKS))), 'range'),
  field: (hands) => inArticle(hands, () => insertPiece({ type: 'field', attrs: { name: 'goal' } })),
  table: (hands) => inArticle(hands, () => insertPiece({ type: 'block', attrs: { name: 'parties' } })),
  'add article': ({ doc, random, newId, newWord }) =>
    addText(
      doc,
      'articles',
      newId(),
      { values: { heading: newWord() }, body: body(newWord()) },
      placeIn(doc, 'articles', random),
    ),
  'remove article': ({ doc, random }) =>
    withRecord(doc, 'articles', random, (id) => removeText(doc, 'articles', id)),
  'put back article': ({ doc, random }) => {
    const gone = removedIds(doc, 'articles')
    if (gone.length > 0) putBackText(doc, 'articles', oneOf(random, gone))
  },
  'rename article': ({ doc, random, newWord }) =>
    withRecord(doc, 'articles', random, (id) => setField(doc, `articles.${id}.heading`, newWord())),
  'move article': ({ doc, random }) =>
    withRecord(doc, 'articles', random, (id) =>
      moveRecord(doc, 'articles', id, placeIn(doc, 'articles', random)),
    ),
  'replace article': ({ doc, random, newWord }) =>
    withRecord(doc, 'articles', random, (id) =>
      replaceText(doc, 'articles', id, { values: {}, body: body(newWord()) }),
    ),
  'add row': ({ doc, random, newId }) => {
    const list = oneOf(random, ROW_LISTS)
    addRecord(doc, list, placeIn(doc, list, random), newId)
  },
  'remove row': ({ doc, random }) => inRow(doc, random, (list, id) => removeRecord(doc, list, id)),
  'move row': ({ doc, random }) =>
    inRow(doc, random, (list, id) => moveRecord(doc, list, id, placeIn(doc, list, random))),
  'set value': ({ doc, random, newWord }) => {
    const address = maybeAddress(doc, random, 'scalar')
    if (address !== null) setField(doc, address, oneOf(random, [newWord(), newWord(), random(100), null]))
  },
  'write long text': ({ doc, random, newWord }) => {
    const address = maybeAddress(doc, random, 'longText')
    const text = address === null ? null : longTextAt(doc, address)
    if (text !== null) replaceLongText(doc, text, withWord(text.toString(), newWord(), random))
  },
  'add to set': ({ doc, random }) => {
    const address = maybeAddress(doc, random, 'set')
    if (address !== null) addToSet(doc, address, oneOf(random, SET_KEYS))
  },
  'remove from set': ({ doc, random }) => {
    const address = maybeAddress(doc, random, 'set')
    if (address !== null) removeFromSet(doc, address, oneOf(random, SET_KEYS))
  },
  undo: ({ undo }) => undo.undo(),
  redo: ({ undo }) => undo.redo(),
}

const SET_KEYS = ['p1', 'p2', 'p3']
const ROW_LISTS = [...LISTS.keys()].filter((path) => path !== 'articles' && path !== 'annexes')

/** Does one thing, as one step of undo, so that the clock has no say in what undo takes back. */
export function doSomething(hands: Hands): string {
  const name = hands.random(2) === 0 ? 'type' : oneOf(hands.random, Object.keys(DEEDS))
  DEEDS[name]?.(hands)
  hands.undo.stopCapturing()
  return name
}

/** Runs a command in an article, from drawing its text to writing it back, as the editor does. */
function inArticle(
  hands: Hands,
  commandOf: (hands: Hands) => Command,
  where: 'anywhere' | 'start' | 'range' = 'anywhere',
): void {
  const { doc, random } = hands
  withRecord(doc, 'articles', random, (id) => {
    const fragment = articleFragment(doc, id)
    const drawn = drawProse(fragment, schema)
    if (drawn.node.childCount === 0) return
    const selection = selectionIn(EditorState.create({ doc: drawn.node }), random, where)
    if (selection === null) return
    const state = EditorState.create({ doc: drawn.node, selection })
    commandOf(hands)(state, (transaction) => {
      const next = state.apply(transaction)
      doc.transact(() => writeProse(fragment, next.doc, drawn.drawing, next.selection.head), ySyncPluginKey)
    })
  })
}

function selectionIn({ doc }: EditorState, random: Random, where: string): TextSelection | null {
  const starts: { at: number; size: number; text: string }[] = []
  doc.forEach((node, at) => {
    if (node.type.name === 'paragraph')
      starts.push({ at: at + 1, size: node.content.size, text: node.textContent })
  })
  if (starts.length === 0) return null
  const { at, size } = oneOf(random, starts)
  if (where === 'start') return TextSelection.create(doc, at)
  const from = at + random(size + 1)
  return TextSelection.create(doc, from, where === 'range' ? at + random(size + 1) : from)
}

/** Words stand between words: never in the middle of one. */
const typeWord =
  ({ newWord }: Hands): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ')
    const at = $from.start() + before.lastIndexOf(' ') + 1
    dispatch?.(state.tr.insertText(`${newWord()} `, at))
    return true
  }

const erase =
  ({ random }: Hands): Command =>
  (state, dispatch) => {
    const { $from, from } = state.selection
    const length = Math.min(1 + random(8), $from.end() - from)
    if (length > 0) dispatch?.(state.tr.delete(from, from + length))
    return length > 0
  }

const markType = (name: string) => schema.marks[name] ?? schema.mark(name).type

function body(word: string) {
  const paragraph = emptyRichText().content[0]
  const text = { type: 'text' as const, text: `${word} ` }
  const content = paragraph?.type === 'paragraph' ? [{ ...paragraph, content: [text] }] : []
  return { ...emptyRichText(), content }
}

function withWord(text: string, word: string, random: Random): string {
  const words = text.split(' ')
  const at = random(words.length + 1)
  const shorter = random(4) === 0 ? words.filter((_, n) => n !== at) : words
  return [...shorter.slice(0, at), word, ...shorter.slice(at)].join(' ')
}

const idsIn = (doc: Y.Doc, list: string) => placedRecords(listMap(doc, list)).map(({ id }) => id)

function withRecord(doc: Y.Doc, list: string, random: Random, act: (id: string) => unknown): void {
  const ids = idsIn(doc, list)
  if (ids.length > 0) act(oneOf(random, ids))
}

function inRow(doc: Y.Doc, random: Random, act: (list: string, id: string) => unknown): void {
  const filled = ROW_LISTS.filter((path) => idsIn(doc, path).length > 0)
  if (filled.length === 0) return
  const list = oneOf(random, filled)
  withRecord(doc, list, random, (id) => act(list, id))
}

function placeIn(doc: Y.Doc, list: string, random: Random): { after: string | null } {
  const ids = idsIn(doc, list)
  return { after: ids.length === 0 || random(3) === 0 ? null : oneOf(random, ids) }
}

/** The address of a field of that kind, in a group or in a row that is there now. */
function maybeAddress(doc: Y.Doc, random: Random, kind: Layout['kind']): string | null {
  const found = [...GROUP_FIELDS, ...rowFields(doc)].filter((field) => field.kind === kind)
  return found.length === 0 ? null : oneOf(random, found).address
}

type Placed = { address: string; kind: Layout['kind'] }

const GROUP_FIELDS: readonly Placed[] = fieldsOf(agreementBody).flatMap((field) =>
  field.layout.kind === 'object'
    ? fieldsOf(groupSchema(field)).map(({ name, layout }) => ({
        address: `${field.name}.${name}`,
        kind: layout.kind,
      }))
    : [{ address: field.name, kind: field.layout.kind }],
)

function rowFields(doc: Y.Doc): Placed[] {
  return [...LISTS.values()].flatMap(({ path, key, record }) =>
    idsIn(doc, path).flatMap((id) =>
      fieldsOf(record, key).map(({ name, layout }) => ({
        address: `${path}.${id}.${name}`,
        kind: layout.kind,
      })),
    ),
  )
}
