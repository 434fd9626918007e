import type { AgreementBody } from '../agreement/agreement.ts'
import { moneyTotals } from '../agreement/money-totals.ts'
import type { Party } from '../agreement/party.ts'
import { buildOutline, type OutlineOptions } from './build-outline.ts'
import { clusterLabel, clustersOnPaper } from './clusters.ts'
import { formatDate, formatMoney, formatNumber } from './format.ts'
import { textInlines } from './inlines.ts'
import type { Block, Inline, Outline, Row, Section } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { enumWord, fieldLabel, type PaperWord, paperWord } from './paper-words.ts'
import { callParty, officialName, partyNames } from './parties.ts'

/** How much of each thing stands on the page; of what is left out the number is said. */
const MOST = { parties: 8, titles: 2, factors: 5, clusters: 6, moments: 4, names: 6 }
/** Letters of a text that people wrote. */
const LONGEST = {
  title: 100,
  fact: 80,
  name: 56,
  called: 36,
  goal: 220,
  group: 130,
  area: 80,
  task: 52,
  factor: 70,
}

type Facts = { body: AgreementBody; catalog: PaperCatalog }

/**
 * The heart of an agreement on one page: who, why, what, with which money, who decides and when is looked back. Only facts; what is longer than its place
 * ends in "…", what is more is counted. Domain pack, agreement.md 5.
 */
export function summaryOutline(
  body: AgreementBody,
  catalog: PaperCatalog,
  options: Pick<OutlineOptions, 'status' | 'fixedOn'>,
): Outline {
  const { titlePage, language, words } = buildOutline(
    { ...body, articles: [], annexes: [] },
    catalog,
    options,
  ).value
  const facts = { body, catalog }
  const title = clipped(titlePage.title, LONGEST.title)
  return {
    language,
    layout: 'short',
    title,
    titlePage: {
      ...titlePage,
      ...{ title, parties: [], edition: paperWord(catalog, 'summaryEdition') },
      facts: titlePage.facts.map(({ label, value }) => ({ label, value: clipped(value, LONGEST.fact) })),
    },
    sections: [
      sectionOf('summaryWhy', facts, whyLines(facts)),
      sectionOf('summaryWho', facts, [partyTable(facts)]),
      sectionOf('summaryWhat', facts, whatLines(facts)),
      sectionOf('summaryMoney', facts, moneyLines(facts)),
      sectionOf('summaryDecide', facts, [
        ...decideLines(facts),
        paragraph('note', textInlines(paperWord(catalog, 'summaryNotice'))),
      ]),
    ],
    annexes: [],
    words: { ...words, contents: '' },
  }
}

function sectionOf(key: PaperWord, { catalog }: Facts, content: readonly Block[]): Section {
  const heading = paperWord(catalog, key)
  const shown = content.length > 0 ? [...content] : [paragraph('plain', notFilledIn(catalog))]
  return { id: key, key, number: null, label: '', heading, content: shown }
}

function paragraph(style: 'plain' | 'note' | 'bullet', inlines: Inline[]): Block {
  return { kind: 'paragraph', style, level: 0, number: null, inlines }
}

const notFilledIn = (catalog: PaperCatalog) => textInlines(paperWord(catalog, 'notFilledIn'))

/** "Doel: …"; nothing when there is nothing to say. */
function line(label: string, value: string): Block[] {
  if (value === '') return []
  return [paragraph('plain', [...textInlines(`${label}: `, ['bold']), ...textInlines(value)])]
}

function whyLines({ body: { purpose }, catalog }: Facts): Block[] {
  const said = (name: 'goalText' | 'targetGroup' | 'area', most: number) =>
    line(fieldLabel(catalog, `purpose.${name}`), clipped(purpose[name] ?? '', most))
  return [
    ...said('goalText', LONGEST.goal),
    ...said('targetGroup', LONGEST.group),
    ...said('area', LONGEST.area),
  ]
}

function partyTable(facts: Facts): Block {
  const { body, catalog } = facts
  const heads: [string, PaperWord, number][] = [
    ['name', 'summaryParty', 32],
    ['role', 'summaryRole', 20],
    ['tasks', 'summaryDoes', 48],
  ]
  const parties = body.parties.filter(({ leftOn }) => !leftOn)
  const rows = parties.slice(0, MOST.parties).map((party) => partyRow(party, facts))
  const more = andMore(parties.length - MOST.parties, catalog)
  return {
    kind: 'table',
    name: 'summary_parties',
    caption: paperWord(catalog, 'summaryWho'),
    captionShown: false,
    columns: heads.map(([field, word, width]) => ({
      ...{ field, width, align: 'start' as const, label: paperWord(catalog, word) },
    })),
    rows:
      more === '' ? rows : [...rows, { kind: 'record', recordId: null, cells: [textInlines(more), [], []] }],
    emptyText: paperWord(catalog, 'notFilledIn'),
  }
}

function partyRow(party: Party, facts: Facts): Row {
  const { catalog } = facts
  const role = party.role === null ? '' : enumWord(catalog, 'partyRole', party.role)
  const cells = [clipped(officialName(party, catalog), LONGEST.name), role, tasksOf(party, facts)]
  return { kind: 'record', recordId: party.id, cells: cells.map((text) => textInlines(text)) }
}

/** "3 keer trekker, doet 5 keer mee: …; … en nog 6" */
function tasksOf(party: Party, { body, catalog }: Facts): string {
  const leads = body.tasks.filter(({ leadPartyId }) => leadPartyId === party.id)
  const helps = body.tasks.filter((task) => task.leadPartyId !== party.id && task.partyIds.includes(party.id))
  const counts = [
    leads.length > 0 ? paperWord(catalog, 'summaryLeads', { count: formatNumber(leads.length) }) : '',
    helps.length > 0 ? paperWord(catalog, 'summaryHelps', { count: formatNumber(helps.length) }) : '',
  ].filter(Boolean)
  if (counts.length === 0) return paperWord(catalog, 'notFilledIn')
  const all = [...leads, ...helps].flatMap(({ title }) => (title ? [clipped(title, LONGEST.task)] : []))
  // A full table has room for the first thing that each does.
  const most = body.parties.length > MOST.parties / 2 ? 1 : MOST.titles
  const titles = listed(all, most, catalog, '; ')
  return titles === '' ? counts.join(', ') : `${counts.join(', ')}: ${titles}`
}

function whatLines({ body, catalog }: Facts): Block[] {
  const labels = body.focusFactors.flatMap(({ factorId }) => {
    const factor = catalog.factors.find(({ id }) => id === factorId)
    return factor ? [clipped(factor.label, LONGEST.factor)] : []
  })
  const shown = labels.slice(0, MOST.factors)
  const more = andMore(labels.length - shown.length, catalog)
  const bullets = [...shown, ...(more === '' ? [] : [more])].map((text) =>
    paragraph('bullet', textInlines(text)),
  )
  const counts = clustersOnPaper(body, catalog).flatMap((id) => {
    const count = body.tasks.filter(({ clusterId }) => clusterId === id).length
    return count === 0
      ? []
      : [`${clipped(clusterLabel(id, catalog, body), LONGEST.called)} (${formatNumber(count)})`]
  })
  return [...bullets, ...line(paperWord(catalog, 'summaryTasks'), listed(counts, MOST.clusters, catalog))]
}

function moneyLines({ body, catalog }: Facts): Block[] {
  const { costs, sources } = moneyTotals(body).whole
  const said = (word: PaperWord, amount: number) =>
    amount === 0 ? [] : line(paperWord(catalog, word), formatMoney(amount))
  return [...said('summaryCosts', costs), ...said('summarySources', sources)]
}

function decideLines({ body, catalog }: Facts): Block[] {
  const { governance, term, evaluation, parties } = body
  const rule = governance.decisionRule
  const members = partyNames(governance.steeringGroupPartyIds, body, catalog).map((name) =>
    clipped(name, LONGEST.called),
  )
  const leader = parties.find(({ id }) => id === governance.directionPartyId)
  const days = evaluation.moments
    .flatMap(({ date }) => (date === null ? [] : [date]))
    .sort()
    .map(formatDate)
  const months = term.noticeMonths
  return [
    ...line(
      fieldLabel(catalog, 'governance.directionPartyId'),
      leader ? clipped(callParty(leader, catalog), LONGEST.called) : '',
    ),
    ...line(fieldLabel(catalog, 'governance.steeringGroupPartyIds'), listed(members, MOST.names, catalog)),
    ...line(
      fieldLabel(catalog, 'governance.decisionRule'),
      rule === null ? '' : enumWord(catalog, 'decisionRule', rule),
    ),
    ...line(paperWord(catalog, 'summaryLookBack'), listed(days, MOST.moments, catalog)),
    ...line(fieldLabel(catalog, 'term.noticeMonths'), months === null ? '' : formatNumber(months)),
  ]
}

/** "a, b en nog 3" */
function listed(items: readonly string[], most: number, catalog: PaperCatalog, between = ', '): string {
  const shown = items.slice(0, most).join(between)
  return [shown, andMore(items.length - most, catalog)].filter(Boolean).join(' ')
}

function andMore(count: number, catalog: PaperCatalog): string {
  return count > 0 ? paperWord(catalog, 'summaryMore', { count: formatNumber(count) }) : ''
}

/** At most so many letters, up to a whole word where one ends there; on one line. */
function clipped(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const letters = [...plain]
  if (letters.length <= most) return plain
  const start = letters.slice(0, most - 1).join('')
  const word = start.replace(/\s+\S*$/, '')
  return `${(word.length > most / 2 ? word : start).replace(/[\s.,;:]+$/, '')}…`
}
