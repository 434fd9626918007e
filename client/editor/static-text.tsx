import { type ReactNode, useSyncExternalStore } from 'react'
import type { XmlFragment } from 'yjs'
import type { Inline, RichTextBlock } from '../../shared/agreement/rich-text.ts'
import { readPassages } from '../../shared/document/passages.ts'
import {
  type AuthoredInline,
  type AuthoredPassage,
  authoredPassages,
  cutByAuthor,
  fullNameOf,
  PASSAGE_START,
  passageClass,
} from './authorship.ts'
import { lookOf } from './inline-views.ts'
import { drawParagraphs } from './number-decorations.ts'
import { usePaperHost } from './paper-host.ts'

/** A text as it stands, with the same elements and classes as the editor draws: nothing moves when that takes over. */
export function StaticText({
  content,
  number,
  fragment,
}: {
  content: readonly RichTextBlock[]
  number: string | null
  /** The shared text that the content was read from. */
  fragment: XmlFragment
}) {
  const host = usePaperHost()
  const { renderReadBlock } = host
  useFactsAsTextSays(content)
  const passages = usePassages(fragment)
  const drawings = drawParagraphs(content, number, host)
  return (
    <div className="hs-prose">
      {content.map((block, index) =>
        block.type === 'block' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no id; the whole text is drawn anew when it changes
          <div key={index} className="hs-block">
            {renderReadBlock(block.attrs.name)}
          </div>
        ) : (
          <p
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={index}
            data-kind={block.attrs.kind}
            data-level={block.attrs.level}
            {...drawings[index]}
          >
            {drawParagraph(block.content ?? [], passages?.get(index))}
            {block.content === undefined ? <br /> : null}
          </p>
        ),
      )}
    </div>
  )
}

function drawParagraph(content: readonly Inline[], passages: AuthoredPassage[] | undefined): ReactNode {
  if (passages === undefined) return content.map(drawInline)
  return cutByAuthor(content, passages).map((part, index) => {
    const drawn = drawInline(part.inline, index)
    if (part.author === null) return drawn
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index} {...lookOfPassage(part.author, part.isStart)}>
        {drawn}
      </span>
    )
  })
}

function lookOfPassage(author: NonNullable<AuthoredInline['author']>, isStart: boolean) {
  const look = { className: passageClass(author), title: fullNameOf(author) }
  if (!isStart) return look
  return { ...look, className: `${look.className} ${PASSAGE_START}`, 'data-initials': author.initials }
}

/** Who wrote what in this text by the index of the paragraph; null while the paper does not ask for it. */
function usePassages(fragment: XmlFragment): ReadonlyMap<number, AuthoredPassage[]> | null {
  const { authorship } = usePaperHost()
  useSyncExternalStore(authorship.subscribe, authorship.version)
  if (!authorship.isShown()) return null
  return Map.groupBy(authoredPassages(readPassages(fragment), authorship.authorOf), ({ block }) => block)
}

function drawInline(inline: Inline, index: number): ReactNode {
  switch (inline.type) {
    case 'text':
      return <Marked key={index} inline={inline} />
    case 'hardBreak':
      return <br key={index} />
    default:
      return <InlineAtom key={index} inline={inline} />
  }
}

const ELEMENTS = { bold: 'strong', italic: 'em', underline: 'u' } as const

function Marked({ inline }: { inline: Extract<Inline, { type: 'text' }> }) {
  let drawn: ReactNode = inline.text
  for (const { type } of [...(inline.marks ?? [])].reverse()) {
    const Element = ELEMENTS[type]
    drawn = <Element>{drawn}</Element>
  }
  return drawn
}

type Atom = Exclude<Inline, { type: 'text' | 'hardBreak' }>

function InlineAtom({ inline }: { inline: Atom }) {
  const { facts } = usePaperHost()
  const look = lookOf(inline.type, inline.attrs, facts)
  return (
    <span className={look.className} data-state={look.state}>
      {look.text}
    </span>
  )
}

/** Draws again when a fact that this text shows reads differently. */
function useFactsAsTextSays(content: readonly RichTextBlock[]): void {
  const { facts } = usePaperHost()
  const said = () =>
    content
      .flatMap((block) => {
        if (block.type === 'block') return []
        const condition = block.attrs.onlyIf === null ? '' : String(facts.holds(block.attrs.onlyIf))
        const atoms = (block.content ?? []).flatMap((inline) =>
          inline.type === 'text' || inline.type === 'hardBreak'
            ? []
            : [Object.values(lookOf(inline.type, inline.attrs, facts)).join()],
        )
        return [condition, ...atoms]
      })
      .join('|')
  useSyncExternalStore(facts.subscribe, said)
}
