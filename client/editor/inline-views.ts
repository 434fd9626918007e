import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { SUGGESTION_MARKS } from '../../shared/agreement/suggestion.ts'
import type { RoleWordAttrs } from '../../shared/outline/role-words.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { PaperHost } from './paper-host.ts'

/** How something that stands in a sentence is drawn: its words and the state that colours its underline. */
export type InlineLook = {
  className: string
  text: string
  state: 'filled' | 'empty' | 'optional' | 'broken' | 'word'
}

/** The look of a field, reference or role word; the static drawing and the editor share it. */
export function lookOf(
  type: string,
  attrs: Readonly<Record<string, unknown>>,
  facts: PaperFacts,
): InlineLook {
  if (type === 'field') {
    const field = facts.field(String(attrs.name))
    const state = field.empty ? (field.optional ? 'optional' : 'empty') : 'filled'
    return { className: 'hs-fact', text: field.text, state }
  }
  if (type === 'articleReference') {
    const reference = facts.reference(String(attrs.articleId))
    return {
      className: 'hs-reference',
      text: reference.text,
      state: reference.broken ? 'broken' : 'filled',
    }
  }
  return { className: 'hs-role-word', text: facts.roleWord(attrs as RoleWordAttrs), state: 'word' }
}

function draw(dom: HTMLElement, { attrs }: Node, look: InlineLook): void {
  dom.textContent = look.text
  dom.dataset.state = look.state
  for (const name of SUGGESTION_MARKS) {
    const id: unknown = attrs[name]
    if (id === null || id === undefined) delete dom.dataset[name]
    else dom.dataset[name] = String(id)
  }
  dom.className = look.className + (dom.classList.contains('is-selected') ? ' is-selected' : '')
}

/** What a press or Enter on it does. */
export function openInline(node: Node, dom: HTMLElement, host: PaperHost): boolean {
  if (node.type.name === 'field') host.openField(String(node.attrs.name), dom)
  else if (node.type.name === 'articleReference') host.openReference(String(node.attrs.articleId))
  else return false
  return true
}

/** A view that draws a field, reference or role word and follows the facts. Plain DOM: there can be hundreds. */
export function inlineView(initial: Node, host: PaperHost): NodeView {
  let node = initial
  const dom = document.createElement('span')
  let drawn = ''
  // Each change of a fact asks all of them; nearly all say the same as before.
  const redraw = () => {
    const look = lookOf(node.type.name, node.attrs, host.facts)
    const now = JSON.stringify([look, node.attrs])
    if (now !== drawn) draw(dom, node, look)
    drawn = now
  }
  redraw()
  const stop = host.facts.subscribe(redraw)
  const onClick = (event: MouseEvent) => {
    if (event.button === 0 && !event.shiftKey && openInline(node, dom, host)) event.preventDefault()
  }
  dom.addEventListener('click', onClick)
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false
      node = next
      redraw()
      return true
    },
    selectNode: () => dom.classList.add('is-selected'),
    deselectNode: () => dom.classList.remove('is-selected'),
    ignoreMutation: () => true,
    destroy: () => {
      stop()
      dom.removeEventListener('click', onClick)
    },
  }
}
