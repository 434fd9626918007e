import { memo } from 'react'
import type { Article } from '../../../../shared/agreement/article.ts'
import { FORMS } from '../../../../shared/agreement/block-names.ts'
import { articleFragment } from '../../../../shared/document/layout.ts'
import { paperWord } from '../../../../shared/outline/paper-words.ts'
import { AddClause, ArticleEditor } from '../../../editor/index.ts'
import { FactForm, factsAt, useForms } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { placeId } from './jump-to.ts'
import { SectionHeading } from './section-heading.tsx'

type Props = {
  article: Article
  number: string | null
  /** Name of the form that the template opens beside this article. */
  form: string | null
}

/** One article. Drawn again only when its own words or number change. */
export const ArticleSection = memo(function ArticleSection({ article, number, form }: Props) {
  const { doc, catalog, canWrite } = useForms()
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
      <div className="hs-sheet__tools">
        <AddClause place={place} />
        {canWrite ? <ArticleFacts form={form} /> : null}
      </div>
    </section>
  )
})

/** The facts that belong to an article and have no table in its text. */
function ArticleFacts({ form }: { form: string | null }) {
  const words = useText().paper
  const addresses = factsOfForm(form)
  if (addresses.length === 0) return null
  return (
    <details className="hs-sheet__facts">
      <summary>{words.facts}</summary>
      <FactForm addresses={addresses} />
    </details>
  )
}

/** The results have a table of their own; beside it stand the other facts of the purpose. */
const FORM_PATHS: Readonly<Record<string, string>> = { ...FORMS, results: 'purpose' }

function factsOfForm(form: string | null): string[] {
  const path = form === null ? undefined : FORM_PATHS[form]
  return path === undefined ? [] : factsAt(path)
}
