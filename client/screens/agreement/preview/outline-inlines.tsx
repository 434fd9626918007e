import type { ReactNode } from 'react'
import type { Inline } from '../../../../shared/outline/outline.ts'
import { previewId } from './preview-id.ts'

const ELEMENTS = { bold: 'strong', italic: 'em', underline: 'u' } as const

/** Words of the outline: facts stand apart from the direction of the sentence, missing ones are marked, references lead on. */
export function Inlines({ of }: { of: readonly Inline[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: inlines have no id and are drawn anew together
  return of.map((inline, index) => <OneInline key={index} inline={inline} />)
}

function OneInline({ inline }: { inline: Inline }): ReactNode {
  if (inline.kind === 'break') return <br />
  let drawn: ReactNode = inline.text
  for (const mark of inline.marks) {
    const Element = ELEMENTS[mark]
    drawn = <Element>{drawn}</Element>
  }
  switch (inline.kind) {
    case 'text':
      return drawn
    case 'field':
      return <bdi className={inline.empty ? 'hs-leaf__missing' : undefined}>{drawn}</bdi>
    case 'reference':
      return inline.broken ? (
        <span className="hs-leaf__missing">{drawn}</span>
      ) : (
        <a href={`#${previewId(inline.targetId)}`}>{drawn}</a>
      )
  }
}
