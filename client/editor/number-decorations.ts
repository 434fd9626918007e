import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { RichTextBlock } from '../../shared/agreement/rich-text.ts'
import { drawParagraphNumbers } from '../../shared/outline/numbers.ts'
import type { PaperHost } from './paper-host.ts'

/** The attributes that show the number of a paragraph, or that it is left out; the style sheet draws them. */
export type ParagraphDrawing = { 'data-number'?: string; 'data-left-out'?: string }

type NumberingHost = Pick<PaperHost, 'facts' | 'leftOutWords'>

/**
 * Draws the numbers of a text with the counting of the outline, so that the screen and the Word file cannot differ.
 * `prefix` is the number of the article, null when it has none: "6" gives 6.1, 6.2.
 */
export function drawParagraphs(
  content: readonly RichTextBlock[],
  prefix: string | null,
  { facts, leftOutWords }: NumberingHost,
): ParagraphDrawing[] {
  const drawn = drawParagraphNumbers(
    content,
    prefix !== null,
    ({ attrs }) => attrs.onlyIf === null || facts.holds(attrs.onlyIf),
  )
  return drawn.map(({ shown, number }, index) => {
    if (!shown) return { 'data-left-out': leftOutWords }
    if (number === null) return {}
    const block = content[index]
    const isClause = block?.type === 'paragraph' && block.attrs.kind === 'clause'
    return { 'data-number': isClause ? `${prefix}.${number}` : `${number}.` }
  })
}

function decorate(doc: Node, prefix: string | null, host: NumberingHost): DecorationSet {
  const content = doc.children.map((child) => ({
    type: child.type.name,
    attrs: child.attrs,
  })) as RichTextBlock[]
  const drawings = drawParagraphs(content, prefix, host)
  const decorations: Decoration[] = []
  doc.forEach((child, offset, index) => {
    const drawing = drawings[index] ?? {}
    if (Object.keys(drawing).length === 0) return
    decorations.push(Decoration.node(offset, offset + child.nodeSize, { ...drawing }))
  })
  return DecorationSet.create(doc, decorations)
}

const key = new PluginKey<DecorationSet>('paragraphNumbers')

/** Draws the numbers again after the article's own number or a condition changed. */
export function redrawNumbers(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, true))
}

/** Shows the number of every paragraph. `prefix` is read at each drawing. */
export function paragraphNumbers(prefix: () => string | null, host: NumberingHost): Plugin {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => decorate(state.doc, prefix(), host),
      apply: (transaction, drawn, _before, after) =>
        transaction.docChanged || transaction.getMeta(key) ? decorate(after.doc, prefix(), host) : drawn,
    },
    props: { decorations: (state) => key.getState(state) },
  })
}
