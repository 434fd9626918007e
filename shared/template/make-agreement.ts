import { type AgreementBody, agreementBody } from '../agreement/agreement.ts'
import type { Party, PartyRole } from '../agreement/party.ts'
import { titleFromPattern } from '../agreement/title.ts'
import { articlesFromTemplate } from './articles-from-template.ts'
import type { Catalog } from './catalog.ts'
import { fillText, placeholdersIn } from './fill-text.ts'
import { normsFor } from './norms.ts'
import { recordSchemaAt, schemaAt } from './schema-path.ts'
import { valueFor } from './starting-values.ts'
import { bindingArticleKeys, type StartingValue, type Template } from './template.ts'

/** A party to start with; what is not known yet is left out. */
export type StartingParty = {
  role: PartyRole
  name?: string | undefined
  shortName?: string | undefined
  city?: string | undefined
}

export type NewAgreement = {
  /** An own title; without one the title follows the template's pattern. */
  title?: string | undefined
  /** What the title pattern shows. */
  shortTitle?: string | undefined
  /** Without them: one for each of the template's roles, names empty. */
  parties?: readonly StartingParty[] | undefined
  newId: () => string
  /** ISO date of today: tells which yearly amounts are copied in. */
  today: string
}

/**
 * A new agreement from a template: its parties, facts, articles and annexes, each with an id from `newId`. Yearly amounts
 * are copied from the catalogue, so that later settings never change it (design 4.8). Throws a ZodError when `newId` gives
 * unusable ids or a party's words are too long; a template that parsed always fits.
 */
export function makeAgreement(template: Template, catalog: Catalog, start: NewAgreement): AgreementBody {
  const parties = startingParties(template, start)
  const norms = normsFor(catalog, start.today)
  const body: Record<string, unknown> = {
    templateId: template.id,
    templateEdition: template.edition,
    documentType: template.documentType,
    title: written(start.title),
    titlePattern: template.titlePattern,
    shortTitle: written(start.shortTitle),
    citationTitle: written(start.title) ?? titleWith(template, written(start.shortTitle)),
    language: template.language,
    legalStatus: template.legalStatus,
    bindingArticleKeys: bindingArticleKeys(template),
    clusterFrameworkId: template.clusterFrameworkId,
    parties,
    recitals: recitals(template, parties, start.newId),
    definitions: definitions(template, parties, start.newId),
    financing: { currency: 'EUR', normYear: norms.year },
    norms,
    ...articlesFromTemplate(template, { annexes: annexFacts(template, start.newId) }, start.newId),
  }
  for (const [path, value] of Object.entries(template.defaults))
    setAt(body, path, defaultAt(path, value, parties))
  for (const list of Object.keys(template.records))
    setAt(body, list, startingRecords(template, list, parties, start.newId))
  return agreementBody.parse(body)
}

/** What somebody wrote; spaces alone are nothing. */
function written(text: string | undefined): string | null {
  return text?.trim() || null
}

/** The title that the pattern gives; none while it has no short title to show. */
function titleWith({ titlePattern }: Template, shortTitle: string | null): string | null {
  return shortTitle === null ? null : titleFromPattern({ titlePattern, shortTitle })
}

function startingParties(template: Template, start: NewAgreement): Party[] {
  const given: readonly StartingParty[] = start.parties ?? template.roles.map((role) => ({ role }))
  return given.map((party) => startingParty(template, given, party, start.newId()))
}

function startingParty(
  template: Template,
  all: readonly StartingParty[],
  party: StartingParty,
  id: string,
): Party {
  const alone = all.filter((each) => each.role === party.role).length === 1
  const suggested = template.roleWords[party.role]?.shortName ?? null
  return blankParty({
    id,
    role: party.role,
    name: written(party.name),
    shortName: written(party.shortName) ?? (alone ? suggested : null),
    city: written(party.city),
    legalForm: party.role === 'municipality' ? 'municipality' : null,
    requiredSignatories: 1,
  })
}

function blankParty(known: Partial<Party>): Party {
  const [party] = agreementBody.shape.parties.parse([known])
  if (!party) throw new RangeError('blankParty: one party in gives one party out')
  return party
}

function recitals(template: Template, parties: Party[], newId: () => string) {
  return template.recitals.map(({ text, whenUnknown }) => {
    const filled = placeholdersIn(text).length === 0 ? text : fillText(text, { parties })
    return { id: newId(), text: filled ?? whenUnknown ?? text }
  })
}

/** The template's words, and for each role with several parties what the role's word then means. */
function definitions(template: Template, parties: readonly Party[], newId: () => string) {
  const several = Object.entries(template.roleWords).flatMap(([role, word]) =>
    word.definition && parties.filter((party) => party.role === role).length > 1 ? [word.definition] : [],
  )
  return [...template.definitions, ...several].map((each) => ({ id: newId(), ...each }))
}

function annexFacts(template: Template, newId: () => string) {
  return template.annexes.map(({ title, kind }) => ({ id: newId(), title, kind }))
}

function defaultAt(path: string, value: StartingValue, parties: readonly Party[]): unknown {
  const schema = schemaAt(path)
  return schema ? valueFor(schema, value, parties) : null
}

function startingRecords(template: Template, list: string, parties: readonly Party[], newId: () => string) {
  const shape = recordSchemaAt(list)?.shape ?? {}
  const withId = (record: object) => ('id' in shape ? { id: newId(), ...record } : record)
  return (template.records[list] ?? []).flatMap(({ forEach, values }) => {
    const record = Object.fromEntries(
      Object.entries(values).flatMap(([field, value]) => {
        const schema = shape[field]
        return schema ? [[field, valueFor(schema, value, parties)]] : []
      }),
    )
    if (forEach === null) return [withId(record)]
    return parties.filter(({ role }) => role === forEach).map(({ id }) => withId({ partyId: id, ...record }))
  })
}

function setAt(body: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    body[first] = value
    return
  }
  const group = { ...(body[first] as Record<string, unknown> | undefined) }
  setAt(group, rest.join('.'), value)
  body[first] = group
}
