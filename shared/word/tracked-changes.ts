import { type ParagraphChild, XmlAttributeComponent, XmlComponent } from 'docx'
import type { Inline, WrittenParagraph } from '../outline/outline.ts'
import { authorOf, type Draw } from './comments.ts'

/** Who proposed something, and when (ISO); null when that is not known any more. */
export type Proposer = { author: string; at: string | null }

/** How what is proposed is written: each change under a number of its own. */
export type Tracking = {
  /** Who made a suggestion. */
  by: (suggestionId: string) => Proposer
  nextId: () => number
}

/** Numbers of tracked changes begin here: bookmarks and comments have the lower ones, and a file gives no number twice. */
export const FIRST_CHANGE = 100_001

type Change = { id: number; author: string; date?: string }

class ChangeAttributes extends XmlAttributeComponent<Change> {
  protected override readonly xmlKeys = { id: 'w:id', author: 'w:author', date: 'w:date' }
}

/** Runs that somebody proposes to put in (`w:ins`) or take out (`w:del`): ECMA-376 part 1, 17.13.5.18 and 17.13.5.14. */
class Tracked extends XmlComponent {
  constructor(name: 'w:ins' | 'w:del', change: Change, runs: readonly ParagraphChild[]) {
    super(name)
    this.root.push(new ChangeAttributes(change), ...runs)
  }
}

function changeBy(by: Proposer, { nextId }: Tracking): Change {
  const { at } = by
  const author = authorOf(by.author)
  const id = nextId()
  return at === null ? { id, author } : { id, author, date: `${new Date(at).toISOString().slice(0, 19)}Z` }
}

/** Draws pieces of one suggestion as what it would do to them; others as they stand. */
export function trackedRuns(inlines: readonly Inline[], draw: Draw, tracking: Tracking): ParagraphChild[] {
  const { insertion = null, deletion = null } = inlines[0]?.written ?? {}
  if (insertion === null && deletion === null) return draw(inlines)
  const runs = draw(inlines.map(asWords))
  // Words that one person puts in and another would have out again stand in both, the deletion inside.
  const taken = deletion === null ? runs : tracked('w:del', deletion, runs, tracking)
  return insertion === null ? taken : tracked('w:ins', insertion, taken, tracking)
}

const tracked = (
  name: 'w:ins' | 'w:del',
  suggestionId: string,
  runs: readonly ParagraphChild[],
  tracking: Tracking,
): ParagraphChild[] => [
  new Tracked(name, changeBy(tracking.by(suggestionId), tracking), runs) as ParagraphChild,
]

/** A fact that is only proposed, or that would go, is words: nothing is bound to it. */
function asWords(inline: Inline): Inline {
  if (inline.kind !== 'field' || inline.empty) return inline
  const { text, marks, written } = inline
  return { kind: 'text', text, marks, ...(written ? { written } : {}) }
}

/** The mark of a paragraph that comes or goes as a whole (ECMA-376 part 1, 17.13.5.15 and 17.13.5.20), as `docx` takes it. */
export function trackedMark(
  { insertion, deletion }: Pick<WrittenParagraph, 'insertion' | 'deletion'>,
  tracking: Tracking,
) {
  const change = (suggestionId: string) => changeBy(tracking.by(suggestionId), tracking) as Required<Change>
  if (insertion !== null) return { run: { insertion: change(insertion) } }
  return deletion === null ? {} : { run: { deletion: change(deletion) } }
}

/** In what would go, text and fields have elements of their own (17.3.3.7 and 17.16.13). */
export function deletedWords(xml: string): string {
  return xml.replace(/<w:del [^>]*[^/]>.*?<\/w:del>/gs, (deleted) =>
    deleted
      .replace(/<(\/?)w:t(?=[ >/])/g, '<$1w:delText')
      .replace(/<(\/?)w:instrText(?=[ >/])/g, '<$1w:delInstrText'),
  )
}
