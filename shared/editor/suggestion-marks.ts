import { Mark } from '@tiptap/core'
import { SUGGESTION_MARKS, type SuggestionMark } from '../agreement/suggestion.ts'

/**
 * The marks of a suggestion. What comes from a clipboard never brings one along. They do not grow when somebody types at their edge: who
 * writes plainly beside a suggestion does not write in it.
 */
function suggestionMark(name: SuggestionMark, tag: 'ins' | 'del') {
  const html = `data-${name}`
  return Mark.create({
    name,
    inclusive: false,
    keepOnSplit: false,
    addAttributes: () => ({
      id: { default: '', rendered: true, renderHTML: ({ id }) => ({ [html]: String(id) }) },
    }),
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })
}

export const insertion = suggestionMark('insertion', 'ins')
export const deletion = suggestionMark('deletion', 'del')

/** The attributes by which a suggestion is told on a node that is not text. */
export function suggestedAttributes() {
  return Object.fromEntries(
    SUGGESTION_MARKS.map((name) => [
      name,
      {
        default: null,
        parseHTML: () => null,
        renderHTML: (attributes: Record<string, unknown>) =>
          attributes[name] === null ? {} : { [`data-${name}`]: String(attributes[name]) },
      },
    ]),
  )
}
