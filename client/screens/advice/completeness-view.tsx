import { createContext, type ReactNode, useContext } from 'react'
import type { Lacks } from '../../../shared/advice/completeness.ts'
import type { Gap } from '../../../shared/advice/required-fields.ts'
import { isPlaceholderName } from '../../../shared/agreement/placeholders.ts'
import { drawNumbers } from '../../../shared/outline/numbers.ts'
import { paperWord } from '../../../shared/outline/paper-words.ts'
import { callParty } from '../../../shared/outline/parties.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { articleNames, nameOfPlace } from './names-of.ts'
import { useAdvice, useAdviceNow } from './use-advice.ts'

/** What is still empty or open, per article and per party, and what comes before agreeing and before signing. */
export function CompletenessView({ onPoint }: { onPoint: (slug: string) => void }) {
  return (
    <PointProvider value={onPoint}>
      <Completeness />
    </PointProvider>
  )
}

/** Leads to an advice by its slug. */
const Point = createContext<(slug: string) => void>(() => {})
const PointProvider = Point.Provider

function Completeness() {
  const { complete } = useText().advice
  const { beforeAgreeing, beforeSigning } = useAdviceNow().completeness
  return (
    <div className="hs-advice__view">
      <p>{complete.lead}</p>
      <Before id="before-agreeing" heading={complete.beforeAgreeing} lacks={beforeAgreeing} />
      <Before id="before-signing" heading={complete.beforeSigning} lacks={beforeSigning} />
      <PerParty />
      <PerArticle />
    </div>
  )
}

function Before({ id, heading, lacks }: { id: string; heading: string; lacks: Lacks }) {
  const { complete } = useText().advice
  const count = lacks.gaps.length + lacks.findings.length
  return (
    <section className="hs-advice__group" aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span className="hs-advice__count">{count}</span>
      </h2>
      {count === 0 ? <p className="hs-soft">{complete.nothing}</p> : <LackList lacks={lacks} />}
    </section>
  )
}

/** The findings and the empty places, each a link to where it is mended. */
function LackList({ lacks }: { lacks: Lacks }) {
  const { rules } = useAdvice()
  const toPoint = useContext(Point)
  return (
    <ul className="hs-advice__lacks">
      {lacks.findings.map(({ slug }) => (
        <li key={slug} lang="nl">
          <Button look="quiet" icon="right" onPress={() => toPoint(slug)}>
            {rules.get(slug)?.finding}
          </Button>
        </li>
      ))}
      {lacks.gaps.map((gap) => (
        <li key={`${gap.kind} ${gap.address} ${gap.name}`} lang="nl">
          <GapLink gap={gap} />
        </li>
      ))}
    </ul>
  )
}

function GapLink({ gap }: { gap: Gap }) {
  const { complete } = useText().advice
  const { agreementId } = useAdvice()
  const { body } = useAdviceNow()
  const { catalog } = useForms()
  if (gap.address === null) return complete.unknownPlace(gap.name)
  const href = `/agreements/${encodeURIComponent(agreementId)}#`
  if (gap.kind === 'article') {
    return <Link href={`${href}${gap.address.split('.')[1] ?? ''}`}>{complete.emptyArticle}</Link>
  }
  const isWord = gap.kind === 'placeholder'
  const word = isWord && isPlaceholderName(gap.name) ? catalog.words.placeholders[gap.name] : undefined
  return <Link href={`${href}${gap.address}`}>{word ?? nameOfPlace(gap.address, body, catalog)}</Link>
}

function PerParty() {
  const { complete } = useText().advice
  const { body, completeness } = useAdviceNow()
  const { catalog } = useForms()
  return (
    <section className="hs-advice__group" aria-labelledby="per-party">
      <h2 id="per-party">{complete.perParty}</h2>
      <ul className="hs-advice__parts">
        {completeness.parties.map((lacks) => {
          const index = body.parties.findIndex(({ id }) => id === lacks.partyId)
          const party = body.parties[index]
          const name = party ? callParty(party, catalog) : ''
          return (
            <li key={lacks.partyId}>
              <Part lacks={lacks}>
                <PartyMark index={index} initial={initialOf(name)} size={24} />
                <span lang="nl">{name}</span>
              </Part>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function PerArticle() {
  const { complete } = useText().advice
  const { body, completeness } = useAdviceNow()
  const { catalog } = useForms()
  const names = articleNames(body, drawNumbers(body), paperWord(catalog, 'article'))
  const lacking = completeness.articles.filter(({ gaps, findings }) => gaps.length + findings.length > 0)
  const others = completeness.articles.length - lacking.length
  return (
    <section className="hs-advice__group" aria-labelledby="per-article">
      <h2 id="per-article">{complete.perArticle}</h2>
      <ul className="hs-advice__parts">
        {lacking.map((lacks) => (
          <li key={lacks.articleId}>
            <Part lacks={lacks}>
              <span lang="nl">{names.find(({ id }) => id === lacks.articleId)?.name}</span>
            </Part>
          </li>
        ))}
      </ul>
      {others === 0 ? null : (
        <p className="hs-soft">
          {lacking.length === 0 ? complete.allArticlesFull : complete.otherArticles(others)}
        </p>
      )}
    </section>
  )
}

/** An article or a party with how much it lacks; opened, what that is. */
function Part({ lacks, children }: { lacks: Lacks; children: ReactNode }) {
  const { complete } = useText().advice
  const { gaps, findings } = lacks
  const counts = [
    ...(gaps.length === 0 ? [] : [complete.gaps(gaps.length)]),
    ...(findings.length === 0 ? [] : [complete.points(findings.length)]),
  ]
  if (counts.length === 0) {
    return (
      <p className="hs-advice__part">
        {children} <span className="hs-soft">{complete.full}</span>
      </p>
    )
  }
  return (
    <details>
      <summary className="hs-advice__part">
        {children} <span className="hs-soft">{counts.join(', ')}</span>
      </summary>
      <LackList lacks={lacks} />
    </details>
  )
}
