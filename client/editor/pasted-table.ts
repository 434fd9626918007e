import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { SuggestMode } from './suggest-mode.ts'

/** What stands between the cells of a row. */
const BETWEEN = ' | '
/** What begins a line of its own inside a cell. */
const OWN_LINE = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, br'

/**
 * A text of an agreement is paragraphs; tables on the paper are forms of facts. A table of another program comes in as a paragraph a row,
 * with its cells behind each other: what belongs together stays together, no word is lost, and the person is told.
 */
export function pastedTables(mode: SuggestMode): Plugin {
  return new Plugin({
    key: new PluginKey('pastedTables'),
    props: {
      transformPastedHTML: (html) => {
        const lines = maybeWithoutTables(html)
        if (lines === null) return html
        mode.say('tableAsLines')
        return lines
      },
    },
  })
}

/** The same without tables; null when there was none, or only such as lay out a page (one cell a row), which the parse rules read. */
function maybeWithoutTables(html: string): string | null {
  if (!/<table\b/i.test(html)) return null
  const page = new DOMParser().parseFromString(html, 'text/html')
  const tables = [...page.querySelectorAll('table')].filter(hasColumns)
  if (tables.length === 0) return null
  // The innermost first: by the time the cell around it is read, it is paragraphs.
  for (const table of tables.reverse()) table.replaceWith(...linesOf(table))
  return page.body.innerHTML
}

const hasColumns = ({ rows }: HTMLTableElement) => [...rows].some(({ cells }) => cells.length > 1)

function linesOf({ caption, rows }: HTMLTableElement): HTMLParagraphElement[] {
  const lines = caption === null ? [] : [lineOf([caption])]
  for (const row of rows) if (row.textContent.trim() !== '') lines.push(lineOf([...row.cells]))
  return lines
}

function lineOf(cells: readonly HTMLElement[]): HTMLParagraphElement {
  const line = document.createElement('p')
  line.setAttribute('data-kind', 'plain')
  for (const cell of cells) {
    for (const part of [...cell.querySelectorAll(OWN_LINE)].reverse())
      part.replaceWith(' ', ...part.childNodes)
    if (cell !== cells[0]) line.append(BETWEEN)
    line.append(...cell.childNodes)
  }
  return line
}
