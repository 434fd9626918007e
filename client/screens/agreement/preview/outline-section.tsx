import { memo, type ReactNode } from 'react'
import { directionOf } from '../../../../shared/agreement/words-direction.ts'
import { type Block, plainText, type Section } from '../../../../shared/outline/outline.ts'
import { Inlines } from './outline-inlines.tsx'
import { OutlineParties, OutlineSignatures } from './outline-parties.tsx'
import { OutlineTable } from './outline-table.tsx'
import { previewId } from './preview-id.ts'

type Kind = 'article' | 'annex'
type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

/** "Artikel 6", "3." where the number stands alone; null without a number. */
export function numberWords({ label, number }: Pick<Section, 'label' | 'number'>): string | null {
  if (number === null) return null
  return label === '' ? `${number}.` : `${label} ${number}`
}

type Props = { section: Section; kind: Kind }

/** One article or annex. Drawn again only when something in it reads differently. */
export const OutlineSection = memo(function OutlineSection({ section, kind }: Props) {
  const id = previewId(section.id)
  const number = numberWords(section)
  return (
    <section aria-labelledby={id} className={`hs-leaf__${kind}`}>
      <h2 id={id} tabIndex={-1} dir={directionOf(section.heading)}>
        {number === null ? null : <span className="hs-leaf__number">{number} </span>}
        <span>{section.heading}</span>
      </h2>
      {section.content.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id and are drawn anew with their article
        <OutlineBlock key={index} block={block} section={section} kind={kind} />
      ))}
    </section>
  )
}, sameWords)

function sameWords(a: Props, b: Props): boolean {
  return a.kind === b.kind && JSON.stringify(a.section) === JSON.stringify(b.section)
}

/** One block of an article or annex. */
export function OutlineBlock({ block, section, kind }: Props & { block: Block }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <OutlineParagraph block={block} shown={shownNumber(block, section, kind)} />
    case 'table':
      return <OutlineTable table={block} />
    case 'list':
      return <OutlineList block={block} />
    case 'parties':
      return <OutlineParties block={block} />
    case 'signatures':
      return <OutlineSignatures block={block} />
    case 'unknownBlock':
      return <p className="hs-leaf__missing">{block.text}</p>
  }
}

/** "6.1" in an article, "1." in an annex, "a." for a sub-clause: as in the Word file. */
export function shownNumber(block: Of<'paragraph'>, section: Section, kind: Kind): string | null {
  if (block.style === 'bullet') return '•'
  if (block.number === null) return null
  const inArticle = block.style === 'clause' && kind === 'article' && section.number !== null
  return inArticle ? `${section.number}.${block.number}` : `${block.number}.`
}

/** Numbers are words here, so that they are read aloud and copied with their clause. */
function OutlineParagraph({ block, shown }: { block: Of<'paragraph'>; shown: string | null }) {
  const words = <Inlines of={block.inlines} />
  const dir = directionOf(plainText(block.inlines))
  if (block.style === 'heading') return <h3 dir={dir}>{words}</h3>
  const level = Math.min(block.level, 3)
  if (shown === null) {
    return (
      <p className={block.style === 'note' ? 'hs-leaf__note' : undefined} data-level={level} dir={dir}>
        {words}
      </p>
    )
  }
  return (
    <p className="hs-leaf__clause" data-style={block.style} data-level={level} dir={dir}>
      <span className="hs-leaf__clause-number">{shown} </span>
      <span>{words}</span>
    </p>
  )
}

function OutlineList({ block }: { block: Of<'list'> }) {
  if (block.items.length === 0) return <p className="hs-leaf__empty">{block.emptyText}</p>
  const List = block.style === 'numbered' ? 'ol' : 'ul'
  return (
    <>
      {block.heading.length > 0 ? (
        <p className="hs-leaf__list-heading">
          <Inlines of={block.heading} />
        </p>
      ) : null}
      <List>
        {block.items.map(({ recordId, inlines }) => (
          <li key={recordId} dir={directionOf(plainText(inlines))}>
            <Inlines of={inlines} />
          </li>
        ))}
      </List>
    </>
  )
}
