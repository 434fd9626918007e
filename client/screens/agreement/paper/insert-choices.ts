import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { BLOCK_NAMES } from '../../../../shared/agreement/block-names.ts'
import { PARTY_ROLES, type PartyRole } from '../../../../shared/agreement/party.ts'
import { PLACEHOLDERS, type PlaceholderName } from '../../../../shared/agreement/placeholders.ts'
import { clusterLabel, clustersOnPaper } from '../../../../shared/outline/clusters.ts'
import { fieldText } from '../../../../shared/outline/field-text.ts'
import { drawNumbers } from '../../../../shared/outline/numbers.ts'
import { enumWord, paperWord } from '../../../../shared/outline/paper-words.ts'
import { roleWordText } from '../../../../shared/outline/role-words.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'
import type { Template } from '../../../../shared/template/template.ts'
import type { InsertChoice } from '../../../editor/index.ts'

/** Names of the groups; a group of facts is called by the part of the agreement they belong to. */
type GroupWords = { facts: string; tables: string; references: string; parties: string }

type Sources = { body: AgreementBody; catalog: Catalog; template: Template | null; words: GroupWords }

/** Everything that can be inserted in a text of this agreement: facts by part, tables, articles, and the words for the parties. */
export function insertChoices(sources: Sources): InsertChoice[] {
  return [
    ...factChoices(sources),
    ...tableChoices(sources),
    ...articleChoices(sources),
    ...roleChoices(sources),
  ]
}

function factChoices({ body, catalog, words }: Sources): InsertChoice[] {
  const choices = (Object.keys(PLACEHOLDERS) as PlaceholderName[]).map((name) => {
    const { text, empty } = fieldText(name, body, catalog)
    const [part = ''] = PLACEHOLDERS[name].target.split('.')
    const partLabel = PLACEHOLDERS[name].target.includes('.') ? labelOf(catalog, part) : null
    return {
      group: partLabel === null ? words.facts : `${words.facts}: ${partLabel}`,
      label: catalog.words.placeholders[name],
      detail: empty ? null : text,
      piece: { type: 'field' as const, attrs: { name } },
    }
  })
  const groups = [...new Set(choices.map(({ group }) => group))]
  return groups.flatMap((group) => choices.filter((choice) => choice.group === group))
}

function labelOf(catalog: Catalog, part: string): string | null {
  return catalog.words.fields[`agreement.${part}`]?.label ?? null
}

function tableChoices({ body, catalog, words }: Sources): InsertChoice[] {
  const fixed = BLOCK_NAMES.map((name) => ({ name, label: catalog.words.blocks[name].caption }))
  const perCluster = clustersOnPaper(body, catalog).map((id) => ({
    name: `tasks:${id}`,
    label: `${catalog.words.blocks.tasks.caption}: ${clusterLabel(id, catalog, body)}`,
  }))
  return [...perCluster, ...fixed].map(({ name, label }) => ({
    group: words.tables,
    label,
    detail: null,
    piece: { type: 'block', attrs: { name } },
  }))
}

function articleChoices({ body, catalog, words }: Sources): InsertChoice[] {
  const numbers = drawNumbers(body)
  const choice = (id: string, word: string, heading: string | null): InsertChoice => {
    const number = numbers.get(id) ?? null
    return {
      group: words.references,
      label: number === null ? (heading ?? '') : `${word} ${number}`,
      detail: number === null ? null : heading,
      piece: { type: 'articleReference', attrs: { articleId: id } },
    }
  }
  return [
    ...body.articles.map(({ id, heading }) => choice(id, paperWord(catalog, 'article'), heading)),
    ...body.annexes.map(({ id, title }) => choice(id, paperWord(catalog, 'annex'), title)),
  ]
}

function roleChoices({ body, catalog, template, words }: Sources): InsertChoice[] {
  const present = new Set(body.parties.map(({ role }) => role))
  const roles = PARTY_ROLES.filter((role) => present.has(role) || template?.roleWords[role])
  return roles.map((role) => {
    const { word, several } = wordFor(role, template, catalog)
    const attrs = { role, word, several, capital: false }
    const text = roleWordText(attrs, body)
    return {
      group: words.parties,
      label: word,
      detail: text === word ? enumWord(catalog, 'partyRole', role) : text,
      piece: { type: 'roleWord', attrs },
    }
  })
}

function wordFor(role: PartyRole, template: Template | null, catalog: Catalog) {
  return (
    template?.roleWords[role] ?? { word: enumWord(catalog, 'partyRole', role), several: 'names' as const }
  )
}
