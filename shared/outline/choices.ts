import type { AgreementBody } from '../agreement/agreement.ts'
import type { ScalarType } from '../agreement/field.ts'
import { clusterLabel, clustersOnPaper } from './clusters.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { enumWord, paperWord } from './paper-words.ts'
import { callParty } from './parties.ts'

/** What a fact can be, in the words in which the paper says it, by which it is known when a file comes back; none where anything can be written. */
export function choicesOf(
  type: ScalarType,
  enumName: string | null,
  body: AgreementBody,
  catalog: PaperCatalog,
): string[] {
  if (type.name === 'boolean') return [paperWord(catalog, 'yes'), paperWord(catalog, 'no')]
  if (type.name === 'choice')
    return enumName === null ? [] : distinct(type.values.map((value) => enumWord(catalog, enumName, value)))
  if (type.name !== 'reference') return []
  switch (type.to) {
    case 'parties':
      return distinct(body.parties.map((party) => callParty(party, catalog)))
    case 'clusters':
      return distinct(clustersOnPaper(body, catalog).map((id) => clusterLabel(id, catalog, body)))
    case 'factors':
      return distinct(catalog.factors.map(({ label }) => label))
    default:
      return enumName === null ? [] : distinct(Object.values(catalog.words.enums[enumName] ?? {}))
  }
}

/** A list of choices takes each word once. */
const distinct = (words: readonly string[]): string[] => [...new Set(words.filter((word) => word !== ''))]
