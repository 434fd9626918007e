import type { Node, Slice } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { steps } from '../../shared/support/steps.ts'
import { maybeChange } from './draw-text.ts'

/** A text with the place of the caret in it. */
export type TextWithCaret = { doc: Node; caret: number }

/**
 * Does in one text what was done in another that differs from it: what made `now` of `was` is done in `onto`. The caret of `was` and that of `onto`
 * stand behind the same letter: of letters that repeat it tells which are the same. Nothing that stands in `onto` alone is taken out.
 */
export function rebase(was: TextWithCaret, now: TextWithCaret, onto: TextWithCaret): TextWithCaret {
  const aligned = new Alignment(was, onto)
  const change = changeAtCaret(was.doc, now)
  if (change === null) return { doc: onto.doc, caret: aligned.place(now.caret) }
  const { from, to, slice } = change
  const done = new Transform(onto.doc)
  const start = takeOut(done, aligned, from, to)
  done.replace(start, start, slice)
  if (now.caret >= from && now.caret <= from + slice.size)
    return { doc: done.doc, caret: start + now.caret - from }
  const before = now.caret < from ? now.caret : now.caret - slice.size + to - from
  return { doc: done.doc, caret: done.mapping.map(aligned.place(before)) }
}

/** Where a place in one text is in another. */
export const placeIn = (was: TextWithCaret, onto: TextWithCaret, place: number): number =>
  new Alignment(was, onto).place(place)

/** Takes out what the two texts share of a stretch, and says where it began. */
function takeOut(done: Transform, aligned: Alignment, from: number, to: number): number {
  const start = aligned.place(from)
  const whole = Array.from({ length: to - from }, (_, index) => aligned.same(from + index))
  if (whole.every((at, index) => at === start + index)) {
    done.delete(start, start + whole.length)
    return start
  }
  for (const at of whole.reverse()) if (at !== null && isInline(done.doc, at)) done.delete(at, at + 1)
  return done.mapping.map(start)
}

function isInline(doc: Node, at: number): boolean {
  const { parent, nodeAfter } = doc.resolve(at)
  return parent.inlineContent && nodeAfter !== null
}

type Change = { from: number; to: number; slice: Slice }

/** Where letters repeat, the change that ends at the caret is meant. */
function changeAtCaret(was: Node, { doc, caret }: TextWithCaret): Change | null {
  const change = maybeChange(was, doc)
  if (change === null) return null
  const { from, to, slice } = change
  const earlier = from + slice.size - caret
  if (earlier <= 0 || earlier > from || !doc.resolve(from - earlier).sameParent(doc.resolve(from)))
    return change
  const meant = { from: from - earlier, to: to - earlier, slice: doc.slice(from - earlier, caret) }
  if (meant.slice.openStart + meant.slice.openEnd > 0 || !was.resolve(meant.from).sameParent(was.resolve(to)))
    return change
  return was.replace(meant.from, meant.to, meant.slice).eq(doc) ? meant : change
}

/** Which sign of one text is which of another: laid beside each other from the caret on, to both sides. */
class Alignment {
  readonly #was: TextWithCaret
  readonly #onto: TextWithCaret
  /** By the place before a sign of the one: the place before the same sign in the other. */
  readonly #same = new Map<number, number>()

  constructor(was: TextWithCaret, onto: TextWithCaret) {
    this.#was = was
    this.#onto = onto
    const [one, other] = [signsOf(was.doc), signsOf(onto.doc)]
    this.#lay(one.slice(0, was.caret).reverse(), other.slice(0, onto.caret).reverse())
    this.#lay(one.slice(was.caret), other.slice(onto.caret))
  }

  /** The place before the same sign; null where it is in the one text alone. */
  same(at: number): number | null {
    return this.#same.get(at) ?? null
  }

  /** As near to the caret as the signs around it allow: what another wrote stays on the far side. */
  place(place: number): number {
    for (let at = place; at < this.#was.caret; at++) {
      const same = this.same(at)
      if (same !== null) return same
    }
    for (let at = place; at > this.#was.caret; at--) {
      const same = this.same(at - 1)
      if (same !== null) return same + 1
    }
    return this.#onto.caret
  }

  #lay(one: readonly Sign[], other: readonly Sign[]): void {
    for (const step of steps(one, other, ({ sign }) => sign))
      if (step.state === 'same') this.#same.set(step.was.at, step.now.at)
  }
}

type Sign = { sign: string; at: number }

/** One for each place: a code unit, a fact, the start or the end of a paragraph. */
function signsOf(doc: Node): Sign[] {
  const signs: Sign[] = []
  doc.forEach((node, offset) => {
    addSigns(node, offset, signs)
  })
  return signs
}

function addSigns(node: Node, start: number, signs: Sign[]): void {
  const { type, attrs } = node
  if (node.isText) {
    for (const [index, sign] of (node.text ?? '').split('').entries()) signs.push({ sign, at: start + index })
  } else if (node.isLeaf) signs.push({ sign: `${type.name} ${JSON.stringify(attrs)}`, at: start })
  else {
    signs.push({ sign: 'starts here', at: start })
    node.forEach((child, offset) => {
      addSigns(child, start + 1 + offset, signs)
    })
    signs.push({ sign: 'ends here', at: start + node.nodeSize - 1 })
  }
}
