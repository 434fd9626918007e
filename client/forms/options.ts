import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Target } from '../../shared/agreement/field.ts'
import { callParty } from '../../shared/outline/parties.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import { ENUMS, type EnumName } from '../../shared/template/enums.ts'

export type Option = { key: string; label: string }

/** The choices of a fixed list, with the words of the catalogue. */
export function choiceOptions(values: readonly string[], catalog: Catalog): Option[] {
  const words = enumWords(values, catalog)
  return values.map((key) => ({ key, label: words[key] ?? key }))
}

/** The lists are the very arrays that the schema was made with, so a list is found by being the same one. */
function enumWords(values: readonly string[], catalog: Catalog): Readonly<Record<string, string>> {
  const found = (Object.keys(ENUMS) as EnumName[]).find((name) => ENUMS[name] === values)
  return found ? catalog.words.enums[found] : {}
}

/** What a reference can point at, as people call it. */
export function referenceOptions(target: Target, body: AgreementBody, catalog: Catalog): Option[] {
  switch (target) {
    case 'parties':
      return body.parties.map((party) => ({ key: party.id, label: callParty(party, catalog) }))
    case 'signatories':
      return body.signatories.map(({ id, name }) => ({ key: id, label: name ?? '' }))
    case 'contacts':
      return body.contacts.map(({ id, name, position }) => ({ key: id, label: name ?? position ?? '' }))
    case 'articles':
      return body.articles.map(({ id, heading }) => ({ key: id, label: heading ?? '' }))
    case 'articleKeys':
      return body.articles.flatMap(({ key, heading }) => (key ? [{ key, label: heading ?? key }] : []))
    case 'financing.sources':
      return body.financing.sources.map((source) => ({
        key: source.id,
        label: sourceLabel(source, body, catalog),
      }))
    case 'financing.lines':
      return body.financing.lines.map((line) => ({ key: line.id, label: lineLabel(line, body, catalog) }))
    case 'clusters':
      return clusterOptions(body, catalog)
    case 'factors':
      return catalog.factors.map(({ id, label }) => ({ key: id, label }))
    case 'libraryTasks':
      return catalog.tasks.map(({ id, title }) => ({ key: id, label: title }))
    case 'contactRoles':
      return wordOptions(catalog.words.enums.contactRole)
    case 'languages':
      return wordOptions(catalog.words.languages)
  }
}

const wordOptions = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([key, label]) => ({ key, label }))

function sourceLabel(
  source: AgreementBody['financing']['sources'][number],
  body: AgreementBody,
  catalog: Catalog,
): string {
  const party = body.parties.find(({ id }) => id === source.partyId)
  const kind = source.kind === null ? '' : (catalog.words.enums.sourceKind[source.kind] ?? '')
  const name = party ? callParty(party, catalog) : (source.funderName ?? '')
  return [name, kind].filter(Boolean).join(': ')
}

function lineLabel(
  line: AgreementBody['financing']['lines'][number],
  body: AgreementBody,
  catalog: Catalog,
): string {
  const party = body.parties.find(({ id }) => id === line.partyId)
  const kind = line.kind === null ? '' : (catalog.words.enums.lineKind[line.kind] ?? '')
  return [party ? callParty(party, catalog) : '', kind, line.description].filter(Boolean).join(': ')
}

function clusterOptions(body: AgreementBody, catalog: Catalog): Option[] {
  const own = body.customClusters.map(({ id, labelNl }) => ({ key: id, label: labelNl ?? '' }))
  const framework = catalog.frameworks.find(({ id }) => id === body.clusterFrameworkId)
  // A programme line can carry the key of the cluster that it took the place of.
  const named = new Set(own.map(({ key }) => key))
  const base = (framework?.clusters ?? []).filter(({ id }) => !named.has(id))
  return [...own, ...base.map(({ id, label }) => ({ key: id, label }))]
}
