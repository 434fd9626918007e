import { Fragment, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'

/** Characters that no text may hold: controls that XML 1.0 forbids, except tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to take out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
const LINE_ENDS = /\r\n?|\n|\u2028|\u2029/g
const BULLET = /^\s*[-*•·–]\s+/

/** The lines of a pasted text: cleaned, without empty ones. */
export function linesOf(text: string): string[] {
  return cleaned(text)
    .split(LINE_ENDS)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const cleaned = (text: string): string => text.replace(FORBIDDEN, '').replaceAll('\t', ' ')

/** One paragraph per line, of the kind of the paragraph it is pasted in; a line with a dash becomes a bullet. */
export function parsePlainText(
  text: string,
  $context: ResolvedPos,
  _plain: boolean,
  view: EditorView,
): Slice {
  const { schema } = view.state
  const around = $context.parent.type.name === 'paragraph' ? $context.parent.attrs : {}
  const lines = linesOf(text)
  // A piece of one line keeps the spaces around it: it lands inside a sentence.
  if (lines.length <= 1)
    return new Slice(Fragment.from(inlineOf(cleaned(text).replace(LINE_ENDS, ' '))), 0, 0)
  return Slice.maxOpen(Fragment.fromArray(lines.map(paragraphOf)))

  function inlineOf(line: string): Node[] {
    return line === '' ? [] : [schema.text(line)]
  }
  function paragraphOf(line: string): Node {
    const isBullet = BULLET.test(line)
    const attrs = { ...around, ...(isBullet ? { kind: 'bullet', level: 0 } : {}), onlyIf: null }
    return schema.node('paragraph', attrs, inlineOf(isBullet ? line.replace(BULLET, '') : line))
  }
}
