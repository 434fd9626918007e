import type { AgreementBody } from '../agreement/agreement.ts'
import type { PartyRole } from '../agreement/party.ts'
import type { Template } from './template.ts'

/** What a role's word means now that several parties have the role. */
export type MissingDefinition = { role: PartyRole; term: string; meaning: string }

/** The definitions that the template asks for when a role has several parties, and that the agreement does not have. */
export function missingDefinitions(
  template: Pick<Template, 'roleWords'>,
  { parties, definitions }: Pick<AgreementBody, 'parties' | 'definitions'>,
): MissingDefinition[] {
  const defined = new Set(definitions.map(({ term }) => plain(term)))
  return Object.entries(template.roleWords).flatMap(([role, word]) => {
    const count = parties.filter((party) => party.role === role).length
    if (!word.definition || count < 2 || defined.has(plain(word.definition.term))) return []
    return [{ role: role as PartyRole, ...word.definition }]
  })
}

/** Terms are the same to a reader whatever their capitals. */
function plain(term: string | null): string {
  return (term ?? '').trim().toLocaleLowerCase('nl')
}
