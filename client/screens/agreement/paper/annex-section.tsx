import { memo } from 'react'
import type { Annex } from '../../../../shared/agreement/closing.ts'
import { annexFragment } from '../../../../shared/document/layout.ts'
import { paperWord } from '../../../../shared/outline/paper-words.ts'
import { AddClause, ArticleEditor } from '../../../editor/index.ts'
import { useForms } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { placeId } from './jump-to.ts'
import { SectionHeading } from './section-heading.tsx'

/** One annex with its own text. */
export const AnnexSection = memo(function AnnexSection({
  annex,
  number,
}: {
  annex: Annex
  number: string | null
}) {
  const { doc, catalog } = useForms()
  const words = useText().paper
  const { id, title } = annex
  const name = words.annexNumber(number ?? '')
  const place = `annex:${id}`
  return (
    <section
      id={placeId(id)}
      data-place={id}
      tabIndex={-1}
      aria-labelledby={`heading-${id}`}
      className="hs-sheet__section hs-sheet__section--annex"
    >
      <SectionHeading
        id={`heading-${id}`}
        numberWords={`${paperWord(catalog, 'annex')} ${number ?? ''}`}
        address={`annexes.${id}.title`}
        heading={title}
        label={words.annexTitle(name)}
      />
      <ArticleEditor
        fragment={annexFragment(doc, id)}
        place={place}
        label={words.text(words.withHeading(name, title ?? ''))}
        number={null}
        body={annex.body}
      />
      <div className="hs-sheet__tools">
        <AddClause place={place} />
      </div>
    </section>
  )
})
