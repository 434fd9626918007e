import { memo } from 'react'
import type { Article } from '../../../../shared/agreement/article.ts'
import type { FormName } from '../../../../shared/agreement/form-facts.ts'
import { articleFragment } from '../../../../shared/document/layout.ts'
import { paperWord } from '../../../../shared/outline/paper-words.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { AddClause, ArticleEditor } from '../../../editor/index.ts'
import { ArticleFacts, useForms } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { ArticlePoints } from '../../open-points/article-points.tsx'
import { ArticleProposals } from '../../proposals/article-proposals.tsx'
import { ArticleAkkoord } from '../akkoord/article-akkoord.tsx'
import { ArticleMenu } from '../articles/article-menu.tsx'
import { ArticleComments } from '../comments/article-comments.tsx'
import { DefinitionOffer } from './definition-offer.tsx'
import { placeId } from './jump-to.ts'
import { SectionHeading } from './section-heading.tsx'

type Props = {
  article: Article
  number: string | null
  /** Name of the form that the template opens beside this article. */
  form: FormName | null
  /** The template, at the article where a definition is offered. */
  offersFrom: Template | null
}

/** One article. Drawn again only when its own words or number change. */
export const ArticleSection = memo(function ArticleSection({ article, number, form, offersFrom }: Props) {
  const { doc, catalog } = useForms()
  const words = useText().paper
  const { id, heading } = article
  const name = number === null ? words.unnumbered(heading ?? '') : words.articleNumber(number)
  const full = number === null ? name : words.withHeading(name, heading ?? '')
  const place = `article:${id}`
  return (
    <section
      id={placeId(id)}
      data-place={id}
      tabIndex={-1}
      aria-labelledby={`heading-${id}`}
      className="hs-sheet__section"
    >
      <SectionHeading
        menu={
          <>
            <ArticleComments id={id} name={full} />
            <ArticleMenu id={id} name={full} />
          </>
        }
        id={`heading-${id}`}
        numberWords={number === null ? null : `${paperWord(catalog, 'article')} ${number}`}
        address={`articles.${id}.heading`}
        heading={heading}
        label={words.heading(name)}
      />
      <ArticleEditor
        fragment={articleFragment(doc, id)}
        place={place}
        label={words.text(full)}
        number={number}
        body={article.body}
      />
      {offersFrom === null ? null : <DefinitionOffer template={offersFrom} />}
      <div className="hs-sheet__tools">
        <AddClause place={place} />
        <ArticlePoints id={id} name={full} />
        <ArticleProposals id={id} name={full} />
        <ArticleFacts form={form} summary={words.facts} />
      </div>
      <ArticleAkkoord id={id} name={full} />
    </section>
  )
})
