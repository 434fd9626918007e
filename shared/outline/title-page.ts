import type { AgreementBody } from '../agreement/agreement.ts'
import { AGREEMENT_STATUSES } from '../agreement/record.ts'
import { drawTitle } from '../agreement/title.ts'
import { formatDate } from './format.ts'
import type { Paper } from './inlines.ts'
import type { TitlePage } from './outline.ts'
import { enumWord, paperWord } from './paper-words.ts'
import { partyName } from './party-entries.ts'

/** From here on the content is settled, and the paper no longer says that it is a draft. Domain pack, agreement.md 5. */
const SETTLED = AGREEMENT_STATUSES.slice(AGREEMENT_STATUSES.indexOf('agreed'))

/** The front of the paper: title, parties, what is known of place and term, and whether it is still a draft or fixed since a day. */
export function drawTitlePage(paper: Paper, status: string, fixedOn: string | null = null): TitlePage {
  const { body, catalog } = paper
  const settled = SETTLED.some((known) => known === status)
  return {
    title: drawTitle(body),
    parties: (isNamedBelow(body) ? [] : body.parties).map((party) => ({
      partyId: party.id,
      role: party.role === null ? '' : enumWord(catalog, 'partyRole', party.role),
      name: partyName(party, paper),
    })),
    between: paperWord(catalog, 'between'),
    facts: [...factsOf(paper), ...fixedFact(paper, fixedOn)],
    draftMark: settled ? null : paperWord(catalog, 'draft'),
  }
}

/** A short agreement has no page of its own for the title, and names the parties a few lines further on. */
function isNamedBelow({ documentType, articles }: AgreementBody): boolean {
  const names = articles.flatMap(({ body }) =>
    body.content.flatMap((block) => (block.type === 'block' ? [block.attrs.name] : [])),
  )
  return (
    documentType === 'short_project_agreement' &&
    (names.includes('parties') || names.includes('parties_short'))
  )
}

function fixedFact({ catalog }: Paper, fixedOn: string | null): TitlePage['facts'] {
  if (fixedOn === null) return []
  const value = paperWord(catalog, 'fixedOn', { date: formatDate(fixedOn) })
  return [{ label: paperWord(catalog, 'status'), value }]
}

function factsOf({ body, catalog }: Paper): TitlePage['facts'] {
  return [
    { label: paperWord(catalog, 'place'), value: body.place ?? '' },
    { label: paperWord(catalog, 'term'), value: termText({ body, catalog }) },
  ].filter((fact) => fact.value !== '')
}

function termText({ body, catalog }: Pick<Paper, 'body' | 'catalog'>): string {
  const { startDate, endDate, indefinite } = body.term
  if (startDate === null) return ''
  const start = formatDate(startDate)
  if (endDate !== null && indefinite !== true) {
    return paperWord(catalog, 'termPeriod', { start, end: formatDate(endDate) })
  }
  return paperWord(catalog, indefinite === true ? 'indefiniteFrom' : 'fromDate', { start, date: start })
}
