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
import { type CommentedPassage, lookOfPassage as commentedLook } from './commented-passages.ts'
import { lookOf } from './inline-views.ts'
import { drawParagraphs } from './number-decorations.ts'
import { usePaperHost } from './paper-host.ts'

/** A text as it stands, with the same elements and classes as the editor draws: nothing moves when that takes over. */
export function StaticText({
  content,
  number,
  fragment,
  place,
}: {
  content: readonly RichTextBlock[]
  number: string | null
  /** The shared text that the content was read from. */
  fragment: XmlFragment
  /** Name of the fragment: `article:<id>`. */
  place: string
}) {
  const host = usePaperHost()
  const { renderReadBlock } = host
  useFactsAsTextSays(content)
  const passages = usePassages(fragment)
  const commented = useCommented(place)
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
            {drawParagraph(block.content ?? [], passages?.get(index), inParagraph(commented, index))}
            {block.content === undefined ? <br /> : null}
          </p>
        ),
      )}
    </div>
  )
}

/** Words in one paragraph that are spoken of. */
type CommentedWords = { from: number; to: number; passage: CommentedPassage }

function inParagraph(commented: readonly CommentedPassage[], block: number): CommentedWords[] {
  return commented.flatMap((passage) => {
    const { from, to } = passage
    if (block < from.block || block > to.block) return []
    const begin = block === from.block ? from.offset : 0
    const end = block === to.block ? to.offset : Number.POSITIVE_INFINITY
    return begin < end ? [{ from: begin, to: end, passage }] : []
  })
}

function drawParagraph(
  content: readonly Inline[],
  passages: AuthoredPassage[] | undefined,
  commented: readonly CommentedWords[],
): ReactNode {
  if (passages === undefined && commented.length === 0) return content.map(drawInline)
  const cuts = commented.flatMap(({ from, to }) => [from, to])
  return cutByAuthor(content, passages ?? [], cuts).map((part, index) => {
    const spoken = commented.filter(({ from, to }) => from <= part.at && part.at < to)
    const drawn = spoken.reduce<ReactNode>(
      (inside, { passage }) => {
        const { class: className, ...rest } = commentedLook(passage)
        return (
          <span key={passage.threadId} className={className} {...rest}>
            {inside}
          </span>
        )
      },
      drawInline(part.inline, index),
    )
    const look = part.author === null ? {} : lookOfPassage(part.author, part.isStart)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index} {...look}>
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

/** The words of this text that are spoken of; looked up anew with every drawing, so that they are where the text is. */
function useCommented(place: string): readonly CommentedPassage[] {
  const { comments } = usePaperHost()
  useSyncExternalStore(comments.subscribe, () => comments.key(place))
  return comments.in(place)
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

const ELEMENTS = { bold: 'strong', italic: 'em', underline: 'u', insertion: 'ins', deletion: 'del' } as const

function Marked({ inline }: { inline: Extract<Inline, { type: 'text' }> }) {
  let drawn: ReactNode = inline.text
  for (const mark of [...(inline.marks ?? [])].reverse()) {
    const Element = ELEMENTS[mark.type]
    drawn = <Element {...('attrs' in mark && { [`data-${mark.type}`]: mark.attrs.id })}>{drawn}</Element>
  }
  return drawn
}

type Atom = Exclude<Inline, { type: 'text' | 'hardBreak' }>

function InlineAtom({ inline }: { inline: Atom }) {
  const { facts } = usePaperHost()
  const look = lookOf(inline.type, inline.attrs, facts)
  return (
    <span
      className={look.className}
      data-state={look.state}
      data-insertion={inline.attrs.insertion ?? undefined}
      data-deletion={inline.attrs.deletion ?? undefined}
    >
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
