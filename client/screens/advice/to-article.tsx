import type { Finding } from '../../../shared/advice/finding.ts'
import { drawNumbers } from '../../../shared/outline/numbers.ts'
import { paperWord } from '../../../shared/outline/paper-words.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { articleNames } from './names-of.ts'
import { useAdvice, useAdviceNow } from './use-advice.ts'

/** The way to the article beside which the advice stands, at the very place where that is known. */
export function ToArticle({ finding }: { finding: Pick<Finding, 'articleKeys' | 'targets'> }) {
  const { card } = useText().advice
  const { agreementId } = useAdvice()
  const { body } = useAdviceNow()
  const { catalog } = useForms()
  const names = articleNames(body, drawNumbers(body), paperWord(catalog, 'article'))
  const article = names.find(({ key }) => key !== null && finding.articleKeys.includes(key))
  if (article === undefined) return null
  const places = [...finding.targets.slice(0, 1), article.id].join(',')
  return (
    <ButtonLink look="quiet" href={`/agreements/${encodeURIComponent(agreementId)}#${places}`}>
      {card.toArticle(article.name)}
    </ButtonLink>
  )
}
