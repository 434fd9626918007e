import { Fragment, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import { SUGGESTION_MARKS, suggestionIdOf } from '../agreement/suggestion.ts'

/** Why a change cannot be a suggestion in the text. The screen has a sentence for each. */
export const SUGGEST_REFUSALS = ['paragraphs', 'kind', 'look', 'table'] as const
export type SuggestRefusal = (typeof SUGGEST_REFUSALS)[number]

/** Whose hand suggests: how a new run of work is named, and which runs are this person's own. */
export type SuggestingHand = { newId(): string; isOwn(id: string): boolean }

/**
 * Turns what somebody does into what they propose: words that come get the mark of an insertion, words that go stay and get the mark of
 * a deletion, and what this person only proposed themselves really goes. Facts and references in the sentence count as words. Gives
 * the reason when it cannot be a suggestion; then nothing of it may be done.
 */
export function asSuggestion(
  given: Transaction,
  state: EditorState,
  hand: SuggestingHand,
): Transaction | SuggestRefusal {
  const tr = state.tr
  for (const index of given.steps.keys()) {
    const reason = suggestStep(tr, stepNow(given, index, tr), state, hand)
    if (reason !== null) return reason
  }
  for (const name of ['composition', 'uiEvent', 'paste', 'addToHistory'])
    if (given.getMeta(name) !== undefined) tr.setMeta(name, given.getMeta(name))
  return given.scrolledIntoView ? tr.scrollIntoView() : tr
}

/** The step where its place is now: without what the steps before it did, and after what became of them. */
function stepNow(given: Transaction, index: number, tr: Transaction): Step | null {
  const step = given.steps[index] ?? null
  // A slice of a mapping inverts the whole of it, so each map is inverted by itself.
  const before = given.mapping.maps.slice(0, index).map((map) => map.invert())
  return step?.map(new Mapping(before.reverse()))?.map(tr.mapping) ?? null
}

function suggestStep(
  tr: Transaction,
  step: Step | null,
  state: EditorState,
  hand: SuggestingHand,
): SuggestRefusal | null {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return 'look'
  if (step === null) return 'paragraphs'
  if (!(step instanceof ReplaceStep)) return 'kind'
  const $from = tr.doc.resolve(step.from)
  const $to = tr.doc.resolve(step.to)
  if (holdsTable(tr.doc, step)) return 'table'
  if (!$from.parent.inlineContent || !$from.sameParent($to)) return 'paragraphs'
  const words = wordsOf(step)
  if (words === null) return 'paragraphs'
  const id = neighbourId($from, $to, hand) ?? hand.newId()
  const end = proposeRemoval(tr, step.from, step.to, id, hand)
  const inserted = proposedWords(words, id, state.schema)
  tr.insert(end, inserted)
  const at = inserted.size > 0 ? end + inserted.size : isForward(state, step) ? end : step.from
  tr.setSelection(TextSelection.create(tr.doc, at))
  return null
}

function holdsTable(doc: Node, { from, to, slice }: ReplaceStep): boolean {
  let found = false
  const look = (node: Node) => {
    found ||= node.type.name === 'block'
    return !found
  }
  if (to > from) doc.nodesBetween(from, to, look)
  slice.content.descendants(look)
  return found
}

/** What comes into the sentence; null when it is more than a part of one paragraph. */
function wordsOf({ slice: { content, openStart, openEnd } }: ReplaceStep): Fragment | null {
  if (content.size === 0) return Fragment.empty
  const first = content.firstChild
  if (openStart === 0 && openEnd === 0) return first?.isInline ? content : null
  return content.childCount === 1 && openStart === 1 && openEnd === 1 && first?.inlineContent
    ? first.content
    : null
}

/** The id on a piece of text or a node; null when it is no suggestion of this kind. */
export function suggestionOn(node: Node, kind: (typeof SUGGESTION_MARKS)[number]): string | null {
  if (!node.isText) return suggestionIdOf(node.attrs[kind])
  return suggestionIdOf(node.marks.find(({ type }) => type.name === kind)?.attrs)
}

/** The own run that this touches: what is typed, taken out and replaced in one place is one suggestion. */
function neighbourId($from: ResolvedPos, $to: ResolvedPos, hand: SuggestingHand): string | null {
  for (const node of [$from.nodeBefore, $to.nodeAfter, $from.nodeAfter, $to.nodeBefore]) {
    for (const kind of SUGGESTION_MARKS) {
      const id = node && suggestionOn(node, kind)
      if (id && hand.isOwn(id)) return id
    }
  }
  return null
}

/** Gives where the range ends afterwards: what was only proposed is shorter. */
function proposeRemoval(tr: Transaction, from: number, to: number, id: string, hand: SuggestingHand): number {
  const pieces: { from: number; to: number; node: Node }[] = []
  tr.doc.nodesBetween(from, to, (node, at) => {
    if (node.isInline) pieces.push({ from: Math.max(from, at), to: Math.min(to, at + node.nodeSize), node })
  })
  let end = to
  for (const piece of pieces.reverse()) {
    const proposed = suggestionOn(piece.node, 'insertion')
    if (proposed !== null && hand.isOwn(proposed)) {
      tr.delete(piece.from, piece.to)
      end -= piece.to - piece.from
    } else if (suggestionOn(piece.node, 'deletion') === null) {
      if (piece.node.isText) tr.addMark(piece.from, piece.to, tr.doc.type.schema.mark('deletion', { id }))
      else tr.setNodeAttribute(piece.from, 'deletion', id)
    }
  }
  return end
}

function proposedWords(words: Fragment, id: string, schema: Schema): Fragment {
  const { insertion, deletion } = schema.marks
  return Fragment.fromArray(
    words.content.map((node) => {
      if (!node.isText) return node.type.create({ ...node.attrs, insertion: id, deletion: null })
      const kept = node.marks.filter(({ type }) => type !== insertion && type !== deletion)
      return node.mark(schema.mark('insertion', { id }).addToSet(kept))
    }),
  )
}

/** Delete goes on to the right of what it took; everything else stays to the left. */
function isForward({ selection }: EditorState, { from, to }: ReplaceStep): boolean {
  return selection.empty && selection.from === from && to > from
}

/** What somebody writes plainly between words that another would take out is not taken out with them. */
export function keepPlainWords(transaction: Transaction): void {
  const { deletion } = transaction.doc.type.schema.marks
  const written = transaction.steps.flatMap((step, index) => {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) return []
    const later = transaction.mapping.slice(index + 1)
    return { from: later.map(step.from, -1), to: later.map(step.from + step.slice.size, 1) }
  })
  for (const { from, to } of written) {
    if (deletion && transaction.doc.rangeHasMark(from, to, deletion))
      transaction.removeMark(from, to, deletion)
  }
}
