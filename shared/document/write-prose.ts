import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { RichTextBlock } from '../agreement/rich-text.ts'
import { steps } from '../support/steps.ts'
import type { Drawing } from './drawing.ts'
import type { Child } from './rich-text-read.ts'
import { blockElement } from './rich-text-write.ts'
import { writeAttributes, writeInlines } from './write-inlines.ts'

/**
 * Makes a rich text say what stands in an editor, inside the transaction of the caller, and leaves in place what stays. `drawing` is what was
 * drawn there last, and is kept up. `caret` is where the change ended, a place in `node`: of letters that repeat it tells which one came.
 *
 * y-tiptap, which does this otherwise, keeps one text between two facts and makes two into one: of two people who begin in an empty paragraph, or
 * behind a fact, at once, one loses what he goes on to write, or all of it stands there twice. Here texts that came to stand beside each other
 * stay two.
 */
export function writeProse(
  fragment: Y.XmlFragment,
  node: Node,
  drawing: Drawing,
  caret: number | null = null,
): void {
  let next = 0
  let start = 1
  for (const { child, block } of plan(fragment, node, drawing)) {
    const at = child === null ? next : fragment.toArray().indexOf(child)
    if (block === null) {
      fragment.delete(at, 1)
      continue
    }
    if (child === null) fragment.insert(at, [blockElement(block.toJSON() as RichTextBlock)])
    else if (drawing.get(child) !== block)
      writeBlock(child, block, drawing, caret === null ? null : caret - start)
    const written = fragment.get(at)
    if (written instanceof Y.XmlElement) drawing.draws(written, block)
    next = at + 1
    start += block.nodeSize
  }
}

function writeBlock(element: Child, block: Node, drawing: Drawing, caret: number | null): void {
  if (!(element instanceof Y.XmlElement)) return
  writeAttributes(element, block)
  if (block.inlineContent) writeInlines(element, block, drawing, caret)
}

/** What stands there and the block that it is to say. Without a block it goes; a block without it comes. */
type Planned = { child: Child | null; block: Node | null }
type Was = { child: Child; block: Node }
/** What stands between two blocks that stay: what was there, and what is to be. */
type Gap = { was: Was[]; now: Node[] }

function plan(fragment: Y.XmlFragment, node: Node, drawing: Drawing): Planned[] {
  const was = fragment.toArray().flatMap((child): Was[] => {
    const block = drawing.get(child)
    return block ? [{ child, block }] : []
  })
  const numbers = new Map(node.children.map((block, index) => [block, `${index}`]))
  const now = node.children.map((block) => ({ child: null, block }))
  const planned: Planned[] = []
  let gap: Gap = { was: [], now: [] }
  for (const step of steps<Was | { child: null; block: Node }>(
    was,
    now,
    ({ block }) => numbers.get(block) ?? 'gone',
  )) {
    if (step.state === 'gone') gap.was.push(step.was as Was)
    else if (step.state === 'came') gap.now.push(step.now.block)
    else {
      planned.push(...inPairs(gap), step.was)
      gap = { was: [], now: [] }
    }
  }
  return [...planned, ...inPairs(gap)]
}

/** Who wrote in one of two halves goes on in the larger one: that is the element that stays. */
function inPairs({ was, now }: Gap): Planned[] {
  const left: Planned[] = []
  const right: Planned[] = []
  while (was.length > 0 && now.length > 0) {
    const first = common(was[0], now[0])
    const last = common(was.at(-1), now.at(-1))
    if (last > first && (was.length !== now.length || last === Number.POSITIVE_INFINITY))
      right.unshift(...pair(was.pop(), now.pop()))
    else left.push(...pair(was.shift(), now.shift()))
  }
  const rest = [
    ...was.map(({ child }) => ({ child, block: null })),
    ...now.map((block) => ({ child: null, block })),
  ]
  return [...left, ...rest, ...right]
}

function pair(was?: Was, now?: Node): Planned[] {
  if (!was || !now) return []
  const { child } = was
  if (child instanceof Y.XmlElement && child.nodeName === now.type.name) return [{ child, block: now }]
  return [
    { child, block: null },
    { child: null, block: now },
  ]
}

/** How much of a block stands in another one, at its start and at its end. */
function common(was?: Was, now?: Node): number {
  if (!was || !now) return 0
  const start = was.block.content.findDiffStart(now.content)
  if (start === null) return Number.POSITIVE_INFINITY
  const end = was.block.content.findDiffEnd(now.content)
  const both = start + (end ? was.block.content.size - end.a : 0)
  return Math.min(both, was.block.content.size, now.content.size)
}
