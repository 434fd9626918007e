import { mergeAttributes, Node } from '@tiptap/core'
import { MAX_LEVEL, type PARAGRAPH_KINDS, type ParagraphKind } from '../agreement/rich-text.ts'
import { isParagraphKind } from './paragraph-kind.ts'
import { WORD_LIST_MARKER, wordListShape } from './word-list.ts'

/** The lists an element stands in, counted outwards: how deep a pasted list item is. */
function listDepth(element: HTMLElement): number {
  let depth = -1
  for (let list = element.closest('ul,ol'); list; list = list.parentElement?.closest('ul,ol') ?? null) depth++
  return Math.min(Math.max(depth, 0), MAX_LEVEL)
}

/** An item or cell whose words stand in paragraphs is none itself: it would be an empty one before them. */
function unlessOfParagraphs(element: HTMLElement): null | false {
  const first = element.querySelector(':scope > :is(p, h1, h2, h3, h4, h5, h6):first-child')
  if (first === null) return null
  return textOf(element).startsWith(textOf(first)) ? false : null
}

const textOf = ({ textContent }: { textContent: string | null }) => (textContent ?? '').trim()

function parseKind(element: HTMLElement): ParagraphKind {
  const own = element.getAttribute('data-kind')
  if (isParagraphKind(own)) return own
  if (/^H[1-6]$/.test(element.tagName)) return 'heading'
  if (element.tagName === 'TD' || element.tagName === 'TH') return 'plain'
  if (element.closest('li')) return element.closest('ul,ol')?.tagName === 'OL' ? 'subclause' : 'bullet'
  return wordListShape(element)?.kind ?? 'clause'
}

function parseLevel(element: HTMLElement): number {
  const own = Number(element.getAttribute('data-level') ?? Number.NaN)
  if (Number.isInteger(own) && own >= 0 && own <= MAX_LEVEL) return own
  return element.closest('li') ? listDepth(element) : (wordListShape(element)?.level ?? 0)
}

/** One flat paragraph: its kind and depth are attributes, so that indenting is an attribute change (design 3.3). */
export const paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  content: 'inline*',

  addAttributes() {
    return {
      kind: {
        default: 'clause' satisfies (typeof PARAGRAPH_KINDS)[number],
        parseHTML: parseKind,
        renderHTML: ({ kind }) => ({ 'data-kind': kind }),
      },
      level: {
        default: 0,
        parseHTML: parseLevel,
        renderHTML: ({ level }) => ({ 'data-level': level }),
      },
      onlyIf: {
        default: null,
        // A condition is part of a template's text; what is pasted never brings one along.
        parseHTML: () => null,
        renderHTML: ({ onlyIf }) => (onlyIf === null ? {} : { 'data-only-if': onlyIf }),
      },
    }
  },

  parseHTML() {
    return [
      // The paper numbers by itself; with the number from Word each clause would have two.
      { tag: WORD_LIST_MARKER, ignore: true },
      ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      ...['li', 'td', 'th'].map((tag) => ({ tag, getAttrs: unlessOfParagraphs })),
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ['p', mergeAttributes(HTMLAttributes), 0]
  },
})
