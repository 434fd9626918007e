import { memo } from 'react'
import type { Annex } from '../../../../shared/agreement/closing.ts'
import { ANNEX_FIELDS } from '../../../../shared/agreement/form-facts.ts'
import { textDirection } from '../../../../shared/agreement/text-direction.ts'
import { annexFragment } from '../../../../shared/document/layout.ts'
import { needsTranslationNotice } from '../../../../shared/outline/annex-language.ts'
import { paperWord } from '../../../../shared/outline/paper-words.ts'
import { AddClause, ArticleEditor } from '../../../editor/index.ts'
import { FactForm, FactsAside, useForms } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { ArticlePoints } from '../../open-points/article-points.tsx'
import { ArticleAkkoord } from '../akkoord/article-akkoord.tsx'
import { ArticleMenu } from '../articles/article-menu.tsx'
import { ArticleComments } from '../comments/article-comments.tsx'
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
  const { paper: words, facts } = useText()
  const { id, title, language } = annex
  const addresses = ANNEX_FIELDS.map((field) => `annexes.${id}.${field}`)
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
        menu={
          <>
            <ArticleComments id={id} name={words.withHeading(name, title ?? '')} />
            <ArticleMenu id={id} name={words.withHeading(name, title ?? '')} />
          </>
        }
        id={`heading-${id}`}
        numberWords={`${paperWord(catalog, 'annex')} ${number ?? ''}`}
        address={`annexes.${id}.title`}
        heading={title}
        label={words.annexTitle(name)}
      />
      <div lang={language ?? undefined} dir={textDirection(language)}>
        <ArticleEditor
          fragment={annexFragment(doc, id)}
          place={place}
          label={words.text(words.withHeading(name, title ?? ''))}
          number={null}
          body={annex.body}
        />
      </div>
      {needsTranslationNotice(annex, catalog) ? (
        <p className="hs-sheet__notice">{paperWord(catalog, 'translationNotice')}</p>
      ) : null}
      <div className="hs-sheet__tools">
        <AddClause place={place} />
        <ArticlePoints id={id} name={words.withHeading(name, title ?? '')} />
        <FactsAside summary={facts.annexDetails} holds={addresses}>
          <FactForm addresses={addresses} withComments />
        </FactsAside>
      </div>
      <ArticleAkkoord id={id} name={words.withHeading(name, title ?? '')} />
    </section>
  )
})
