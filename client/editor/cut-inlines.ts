import type { Inline } from '../../shared/agreement/rich-text.ts'

/** A part of a paragraph, and where it begins in it. */
export type CutInline = { inline: Inline; at: number }

/** A paragraph cut at these offsets, counted as an editor counts. */
export function cutInlines(content: readonly Inline[], cuts: readonly number[]): CutInline[] {
  let at = 0
  return content.flatMap((inline) =>
    cutAt(inline, cuts, at).map((part) => {
      const cut = { inline: part, at }
      at += lengthOf(part)
      return cut
    }),
  )
}

const lengthOf = (inline: Inline): number => (inline.type === 'text' ? inline.text.length : 1)

function cutAt(inline: Inline, cuts: readonly number[], start: number): Inline[] {
  if (inline.type !== 'text') return [inline]
  const { text } = inline
  const inside = [...new Set(cuts)].map((cut) => cut - start).filter((cut) => cut > 0 && cut < text.length)
  const edges = [0, ...inside.sort((a, b) => a - b), text.length]
  return edges.slice(1).map((end, index) => ({ ...inline, text: text.slice(edges[index], end) }))
}
