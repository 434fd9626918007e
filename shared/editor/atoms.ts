import { Node } from '@tiptap/core'
import { isBlockName } from '../agreement/block-names.ts'
import { PARTY_ROLES } from '../agreement/party.ts'
import { isPlaceholderName } from '../agreement/placeholders.ts'
import { suggestedAttributes } from './suggestion-marks.ts'

const MAX_WORD = 200
const ID = /^[A-Za-z0-9_-]{1,80}$/

/**
 * The nodes that show something of the agreement and hold no text of their own. From the clipboard they come only
 * with names this edition knows: anything else is hostile or foreign and is left out. What is already in the shared
 * document is never judged here, only shown (unknown names included).
 */
const inlineAtom = { group: 'inline', inline: true, atom: true, selectable: true, draggable: false } as const

/** A text attribute of the node that stands in the HTML under another name. */
function textAttribute(name: string, html: string) {
  return {
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute(html) ?? '',
    renderHTML: (attributes: Record<string, unknown>) => ({ [html]: String(attributes[name]) }),
  }
}

/** Accepts an element for a rule only when its attribute passes the test. */
function onlyWhen(html: string, accepts: (value: string) => boolean) {
  return (element: HTMLElement): null | false => (accepts(element.getAttribute(html) ?? '') ? null : false)
}

/** Shows a fact of the agreement by its placeholder name. */
export const field = Node.create({
  name: 'field',
  ...inlineAtom,
  addAttributes: () => ({ name: textAttribute('name', 'data-field'), ...suggestedAttributes() }),
  parseHTML: () => [{ tag: 'span[data-field]', getAttrs: onlyWhen('data-field', isPlaceholderName) }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: ({ node }) => `{${String(node.attrs.name)}}`,
})

/** Shows the number of an article or annex. */
export const articleReference = Node.create({
  name: 'articleReference',
  ...inlineAtom,
  addAttributes: () => ({
    articleId: textAttribute('articleId', 'data-article-id'),
    ...suggestedAttributes(),
  }),
  parseHTML: () => [
    { tag: 'span[data-article-id]', getAttrs: onlyWhen('data-article-id', (id) => ID.test(id)) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
})

const isRole = (role: string): boolean => PARTY_ROLES.some((known) => known === role)
const parseWord = (element: HTMLElement): string =>
  (element.getAttribute('data-word') ?? '').slice(0, MAX_WORD)

/** Shows the word of a role ("de gemeente"), see `shared/agreement/rich-text`. */
export const roleWord = Node.create({
  name: 'roleWord',
  ...inlineAtom,
  addAttributes: () => ({
    role: textAttribute('role', 'data-role'),
    word: { ...textAttribute('word', 'data-word'), parseHTML: parseWord },
    several: {
      default: 'word',
      parseHTML: (element: HTMLElement) =>
        element.getAttribute('data-several') === 'names' ? 'names' : 'word',
      renderHTML: ({ several }: Record<string, unknown>) => ({ 'data-several': String(several) }),
    },
    capital: {
      default: false,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-capital') === 'true',
      renderHTML: ({ capital }: Record<string, unknown>) => ({ 'data-capital': String(capital) }),
    },
    ...suggestedAttributes(),
  }),
  parseHTML: () => [{ tag: 'span[data-role]', getAttrs: onlyWhen('data-role', isRole) }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: ({ node }) => String(node.attrs.word),
})

/** Stands where a table or form of facts is shown. */
export const block = Node.create({
  name: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({ name: textAttribute('name', 'data-block') }),
  parseHTML: () => [{ tag: 'div[data-block]', getAttrs: onlyWhen('data-block', isBlockName) }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
})
