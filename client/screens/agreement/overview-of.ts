import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { drawShortTitle, drawTitle } from '../../../shared/agreement/title.ts'
import { drawNumbers } from '../../../shared/outline/numbers.ts'
import type { PaperCatalog } from '../../../shared/outline/paper-catalog.ts'
import { countToFill } from '../../../shared/outline/to-fill.ts'

/** An article or annex in the list beside the paper. */
export type OutlineEntry = {
  id: string
  kind: 'article' | 'annex'
  /** Key of the article, or kind of the annex: where its explanation is found in the template. */
  key: string | null
  number: string | null
  heading: string
  /** How many facts in its text are still to be filled in. */
  toFill: number
}

/** A party as the screen around the paper shows it. `index` chooses its mark. */
export type PartyEntry = { id: string; index: number; name: string; roleWord: string }

/** What the screen around the paper needs of an agreement; small, so that it can be compared as a whole. */
export type AgreementOverview = {
  templateId: string | null
  title: string
  /** Where there is little room: what tells it from other agreements. */
  shortTitle: string
  entries: OutlineEntry[]
  parties: PartyEntry[]
}

/** The overview of an agreement. A party without a name is called by the word of its role, from the catalogue. */
export function overviewOf(body: AgreementBody, catalog: PaperCatalog | null): AgreementOverview {
  return {
    templateId: body.templateId,
    title: drawTitle(body),
    shortTitle: drawShortTitle(body),
    entries: entriesOf(body, catalog),
    parties: partyEntriesOf(body, catalog),
  }
}

/** The parties as the screen shows them, in their order. */
export function partyEntriesOf({ parties }: AgreementBody, catalog: PaperCatalog | null): PartyEntry[] {
  return parties.map((party, index) => {
    const roleWord = party.role === null ? '' : (catalog?.words.enums.partyRole?.[party.role] ?? '')
    return { id: party.id, index, name: party.name ?? '', roleWord }
  })
}

function entriesOf(body: AgreementBody, catalog: PaperCatalog | null): OutlineEntry[] {
  const numbers = drawNumbers(body)
  const counts = catalog === null ? null : countToFill(body, catalog)
  return [
    ...body.articles.map(({ id, key, heading }) => ({
      id,
      kind: 'article' as const,
      key,
      number: numbers.get(id) ?? null,
      heading: heading ?? '',
      toFill: counts?.get(id) ?? 0,
    })),
    ...body.annexes.map(({ id, kind, title }) => ({
      id,
      kind: 'annex' as const,
      key: kind,
      number: numbers.get(id) ?? null,
      heading: title ?? '',
      toFill: counts?.get(id) ?? 0,
    })),
  ]
}
