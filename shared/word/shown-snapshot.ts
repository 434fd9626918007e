import type { AgreementBody } from '../agreement/agreement.ts'
import { agreementAsItStands } from '../agreement/as-it-stands.ts'
import { layoutOf } from '../agreement/field.ts'
import { contact, signatory } from '../agreement/party.ts'
import type { Outline } from '../outline/outline.ts'

type Carried = Pick<
  AgreementBody,
  'articles' | 'annexes' | 'contacts' | 'signatories' | 'humanChecks' | 'factorScores' | 'focusFactors'
>

/**
 * The agreement as a file may carry it: of people only what the paper itself shows, nothing that is only proposed, and nothing of what parties said to each
 * other about it (akkoord, answers to questions, scores of other factors than the chosen ones). So who passes a file on passes on no telephone number and
 * no objection that does not stand in it. Not for people who read along: their paper has names taken out of its texts.
 */
export function shownSnapshot<Body extends Carried>(body: Body, outline: Outline): Body {
  const texts = textsIn(outline).join('\n')
  const chosen = new Set(body.focusFactors.map(({ factorId }) => factorId as string))
  return {
    ...agreementAsItStands(body),
    ...(Object.hasOwn(body, 'clauseAgreements') ? { clauseAgreements: [] } : {}),
    humanChecks: [],
    factorScores: Object.fromEntries(Object.entries(body.factorScores).filter(([id]) => chosen.has(id))),
    contacts: body.contacts.map((person) => shownOf(person, contact.shape, texts)),
    signatories: body.signatories.map((person) => shownOf(person, signatory.shape, texts)),
  }
}

type Shape = typeof contact.shape | typeof signatory.shape

/** A record without its texts that stand nowhere on paper; who it is, for which party and in which role, stays. */
function shownOf<Person extends object>(person: Person, shape: Shape, texts: string): Person {
  const shown = Object.entries(person).map(([name, value]) => {
    const empty = emptyText(name, shape)
    return [name, empty === undefined || isShown(value, texts) ? value : empty]
  })
  return Object.fromEntries(shown) as Person
}

/** What a field of text has while it is empty; undefined for the id, and for what is no text. A field that this edition does not know is none. */
function emptyText(name: string, shape: Shape): null | '' | undefined {
  if (name === 'id') return undefined
  const schema = Object.hasOwn(shape, name) ? shape[name as keyof Shape] : undefined
  if (schema === undefined) return null
  const layout = layoutOf(schema)
  if (layout.kind === 'longText') return ''
  return layout.kind === 'scalar' && layout.type.name === 'text' ? null : undefined
}

function isShown(value: unknown, texts: string): boolean {
  if (typeof value !== 'string') return value === null
  return value.split(/\r\n|\r|\n/).every((line) => texts.includes(line))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  // What a fact could be is not what it says.
  return Object.entries(value).flatMap(([name, inner]) => (name === 'fact' ? [] : textsIn(inner)))
}
