import type { AgreementBody } from '../agreement/agreement.ts'
import type { Party } from '../agreement/party.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { enumWord, paperWord } from './paper-words.ts'

/** How clauses and tables call a party: its short name, else its name, else its role in brackets. */
export function callParty(party: Party, catalog: PaperCatalog): string {
  return party.shortName || party.name || roleInBrackets(party, catalog)
}

/** The official name, else the short one, else the role in brackets. */
export function officialName(party: Party, catalog: PaperCatalog): string {
  return party.name || party.shortName || roleInBrackets(party, catalog)
}

/** The short name of the party with this id; says so when there is no such party (any more). */
export function partyById(id: string, body: AgreementBody, catalog: PaperCatalog): string {
  const party = body.parties.find((candidate) => candidate.id === id)
  return party ? callParty(party, catalog) : paperWord(catalog, 'unknownRecord')
}

/** Short names in the order in which the parties stand in the agreement; those that are gone come last. */
export function partyNames(ids: readonly string[], body: AgreementBody, catalog: PaperCatalog): string[] {
  const order = body.parties.map((party) => party.id)
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...ids].sort((a, b) => place(a) - place(b)).map((id) => partyById(id, body, catalog))
}

function roleInBrackets(party: Party, catalog: PaperCatalog): string {
  return `[${party.role === null ? paperWord(catalog, 'notFilledIn') : enumWord(catalog, 'partyRole', party.role)}]`
}
