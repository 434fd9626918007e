import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { drawNumbers } from '../../../../shared/outline/numbers.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { InsertMenu, Toolbar, usePaperHost } from '../../../editor/index.ts'
import { useAgreement } from '../../../forms/index.ts'
import { KeepPlace } from '../../../ui/keep-place.tsx'
import { AnnexSection } from './annex-section.tsx'
import { ArticleSection } from './article-section.tsx'
import { placeOfOffer } from './definition-offer.tsx'
import { placeId } from './jump-to.ts'
import { TitlePage } from './title-page.tsx'
import { usePlaceInView } from './use-place-in-view.ts'

const articlesOf = (body: AgreementBody) => body.articles
const annexesOf = (body: AgreementBody) => body.annexes

/** How many articles are drawn at once when the paper opens; the others follow while it can be read already. */
const FIRST = 6

/** The section of a text by its name among the places: `article:<id>`. */
const sectionOf = (name: string) => document.getElementById(placeId(name.slice(name.indexOf(':') + 1)))

type Props = { template: Template | null; isFixed: boolean; onPlace: (id: string | null) => void }

/** Title page, articles and annexes in their order of reading. */
export function Pages({ template, isFixed, onPlace }: Props) {
  const articles = useAgreement(articlesOf)
  const annexes = useAgreement(annexesOf)
  const offersAt = useAgreement(placeOfOffer)
  const { places } = usePaperHost()
  const isWhole = useDeferredValue(true, false)
  const sheet = useRef<HTMLDivElement>(null)
  const numbers = useMemo(() => drawNumbers({ articles, annexes }), [articles, annexes])
  const order = [
    ...articles.map(({ id }) => `article:${id}`),
    ...annexes.map(({ id }) => `annex:${id}`),
  ].join(' ')
  useEffect(() => places.order(order.split(' ')), [places, order])
  usePlaceInView(sheet, `${order} ${isWhole}`, onPlace)
  return (
    <>
      <Toolbar />
      <InsertMenu />
      <div ref={sheet} className="hs-sheet" lang="nl" aria-busy={!isWhole}>
        <TitlePage isDraft={!isFixed} />
        <KeepPlace order={order} itemAt={sectionOf} scrolls>
          {(isWhole ? articles : articles.slice(0, FIRST)).map((article) => (
            <ArticleSection
              key={article.id}
              article={article}
              number={numbers.get(article.id) ?? null}
              form={template?.articles.find(({ key }) => key === article.key)?.form ?? null}
              offersFrom={article.id === offersAt ? template : null}
            />
          ))}
          {(isWhole ? annexes : []).map((annex) => (
            <AnnexSection key={annex.id} annex={annex} number={numbers.get(annex.id) ?? null} />
          ))}
        </KeepPlace>
      </div>
    </>
  )
}
