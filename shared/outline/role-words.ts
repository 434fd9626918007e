import type { AgreementBody } from '../agreement/agreement.ts'
import type { Inline as RichInline } from '../agreement/rich-text.ts'
import { formatList } from './format.ts'

export type RoleWordAttrs = Extract<RichInline, { type: 'roleWord' }>['attrs']

/**
 * The words of a party word in a clause: the role's word or, with several parties in the role and `several: names`, their
 * short names. Domain pack, templates.md, Conventions.
 */
export function roleWordText(attrs: RoleWordAttrs, body: AgreementBody): string {
  const names = body.parties
    .filter((party) => party.role === attrs.role)
    .map((party) => party.shortName || party.name)
  const named = names.length > 1 && attrs.several === 'names' && names.every(Boolean)
  const text = named ? formatList(names.map(String)) : attrs.word
  return attrs.capital ? capitalised(text) : text
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase('nl') + rest.join('')
}
