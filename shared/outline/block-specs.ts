import { BLOCKS, type BlockName } from '../agreement/block-names.ts'

/** What a block's description says apart from words, which come from the catalogue. See `block-description.ts`. */
export type BlockSpec = {
  kind: 'table' | 'list' | 'parties' | 'signatures' | 'parts'
  listPath: string
  columns: readonly ColumnSpec[]
  listStyle?: 'bullet' | 'numbered'
  groupBy?: string
  readOnly?: true
}

export type ColumnSpec = {
  field: string
  fields?: readonly string[]
  show?: 'lines' | 'first'
  align?: 'end'
  width?: number
  computed?: true
  total?: true
  enumName?: string
}

const amount = (width: number): ColumnSpec => ({ field: 'amount', width, align: 'end', total: true })
const column = (
  field: string,
  width: number,
  more: Omit<ColumnSpec, 'field' | 'width'> = {},
): ColumnSpec => ({
  field,
  width,
  ...more,
})
/** A party of the agreement, or somebody from outside by name. */
const partyOr = (partyField: string, nameField: string, width: number): ColumnSpec =>
  column(partyField, width, { fields: [partyField, nameField], show: 'first' })
const taskTitle = (width: number) => column('title', width, { fields: ['title', 'description'] })
/** How often, from when and by when a task is done. */
const taskTime = (width: number) =>
  column('frequency', width, { fields: ['frequency', 'startDate', 'dueDate'] })

const SPECS: Readonly<Record<BlockName | 'tasks', Omit<BlockSpec, 'listPath'>>> = {
  parties: { kind: 'parties', columns: [] },
  parties_short: {
    kind: 'list',
    columns: [{ field: 'name' }, { field: 'city' }, { field: 'shortName' }],
  },
  recitals: { kind: 'list', columns: [{ field: 'text' }] },
  definitions: { kind: 'list', columns: [{ field: 'term' }, { field: 'meaning' }] },
  results: {
    kind: 'table',
    columns: [
      column('text', 30),
      column('baseline', 17),
      column('target', 18),
      column('measuredBy', 18),
      column('measuredOn', 17),
    ],
  },
  focus_factors: {
    kind: 'table',
    columns: [
      column('factorId', 34, { fields: ['factorId', 'reason'] }),
      column('cluster', 15, { fields: [], computed: true }),
      column('scores', 36, { fields: [], computed: true }),
      column('priority', 15, { enumName: 'priority' }),
    ],
  },
  financing_sources: {
    kind: 'table',
    columns: [
      partyOr('partyId', 'funderName', 27),
      column('kind', 17, { enumName: 'sourceKind' }),
      column('status', 26, {
        fields: ['status', 'decisionReference', 'decisionDate'],
        enumName: 'sourceStatus',
      }),
      column('forYears', 10, { align: 'end' }),
      amount(20),
    ],
  },
  financing_lines: {
    kind: 'table',
    columns: [
      column('kind', 38, { fields: ['kind', 'description'], enumName: 'lineKind' }),
      column('partyId', 21),
      column('sourceIds', 22),
      amount(19),
    ],
  },
  financing_short: {
    kind: 'parts',
    columns: [column('kind', 50, { enumName: 'lineKind' }), column('partyId', 28), amount(22)],
  },
  financing_calculation: {
    kind: 'table',
    columns: [
      column('kind', 24, { fields: ['kind', 'description'], enumName: 'lineKind' }),
      column('persons', 12, { align: 'end' }),
      column('hoursPerPersonMonth', 12, { align: 'end' }),
      column('ratePerHour', 11, { align: 'end' }),
      column('expensesPerPersonMonth', 13, { align: 'end' }),
      column('months', 12, { align: 'end' }),
      amount(16),
    ],
  },
  financing_totals: {
    kind: 'table',
    readOnly: true,
    columns: [
      column('about', 40, { fields: [], computed: true }),
      ...['sources', 'costs', 'payments'].map((field) =>
        column(field, 20, { fields: [], align: 'end', computed: true }),
      ),
    ],
  },
  payments: {
    kind: 'table',
    columns: [
      partyOr('fromPartyId', 'fromFunderName', 20),
      column('toPartyId', 20),
      column('dueDate', 17),
      column('condition', 26),
      amount(17),
    ],
  },
  accountability: {
    kind: 'table',
    columns: [
      column('partyId', 20),
      column('form', 21, { enumName: 'accountabilityForm' }),
      column('dueDate', 17),
      column('toPartyId', 20),
      column('note', 22),
    ],
  },
  tasks: {
    kind: 'table',
    columns: [
      taskTitle(29),
      column('leadPartyId', 19.5),
      column('partyIds', 19.5),
      taskTime(15),
      column('result', 17),
    ],
  },
  'tasks:by_line': { kind: 'parts', columns: [] },
  tasks_short: { kind: 'table', columns: [taskTitle(52), column('leadPartyId', 22), taskTime(26)] },
  tasks_by_party: {
    kind: 'table',
    groupBy: 'party',
    readOnly: true,
    columns: [
      column('title', 56, { computed: true }),
      column('part', 18, { fields: [], computed: true }),
      column('frequency', 26, { fields: ['frequency', 'startDate', 'dueDate'], computed: true }),
    ],
  },
  custom_clusters: {
    kind: 'table',
    columns: [column('labelNl', 44), column('linkedClusterId', 28), column('leadPartyId', 28)],
  },
  project_leads: {
    kind: 'table',
    columns: [
      column('partyId', 32),
      column('contactId', 32),
      column('position', 36, { fields: [], computed: true }),
    ],
  },
  contacts: {
    kind: 'table',
    groupBy: 'partyId',
    columns: [
      column('name', 27, { fields: ['name', 'position'] }),
      column('roles', 21, { enumName: 'contactRole' }),
      column('phone', 29, { fields: ['phone', 'email'] }),
      column('availableText', 23, { fields: ['preferredChannel', 'availableText'] }),
    ],
  },
  contacts_short: {
    kind: 'table',
    columns: [
      column('partyId', 30),
      column('name', 36, { fields: ['name', 'position'] }),
      column('roles', 34, { enumName: 'contactRole' }),
    ],
  },
  meetings: {
    kind: 'table',
    columns: [
      column('title', 14),
      column('frequencyPerYear', 8, { align: 'end' }),
      column('locationPartyId', 19.5, { fields: ['locationPartyId', 'format'], enumName: 'meetingFormat' }),
      column('timeOfDay', 11, { enumName: 'timeOfDay' }),
      column('partyIdsAlways', 19.5),
      column('partyIdsIfNeeded', 14),
      column('chairPartyId', 14),
    ],
  },
  anchoring: {
    kind: 'table',
    columns: [
      column('measure', 37),
      column('partyId', 24, { fields: ['partyId', 'responsibleContactId'] }),
      column('level', 20, { enumName: 'anchoringLevel' }),
      column('dueDate', 19),
    ],
  },
  not_tasks: { kind: 'list', groupBy: 'partyId', columns: [{ field: 'text' }] },
  referral_steps: { kind: 'list', listStyle: 'numbered', columns: [{ field: 'text' }] },
  vog: {
    kind: 'table',
    columns: [
      column('partyId', 20),
      column('appliesTo', 25),
      column('required', 13),
      column('basis', 26),
      column('renewAfterYears', 16, { align: 'end' }),
    ],
  },
  meldcode: {
    kind: 'table',
    columns: [column('partyId', 50), column('status', 50, { enumName: 'meldcodeStatus' })],
  },
  privacy_roles: {
    kind: 'table',
    columns: [
      column('processing', 34),
      column('type', 22, { enumName: 'privacyType' }),
      column('controllerPartyIds', 24),
      column('processorPartyId', 20),
    ],
  },
  evaluation_moments: {
    kind: 'table',
    columns: [
      column('date', 13),
      column('kind', 12, { enumName: 'evaluationKind' }),
      column('method', 13.5),
      column('partyIds', 16),
      column('responsiblePartyId', 19.5),
      column('involvesCommunity', 13),
      column('decisionBy', 13),
    ],
  },
  evaluation_short: {
    kind: 'table',
    columns: [
      column('date', 22),
      column('kind', 18, { enumName: 'evaluationKind' }),
      column('method', 35),
      column('partyIds', 25),
    ],
  },
  dispute_steps: {
    kind: 'list',
    listStyle: 'numbered',
    columns: [{ field: 'text' }, { field: 'withinDays' }],
  },
  annexes: { kind: 'list', listStyle: 'numbered', columns: [{ field: 'title' }] },
  signatures: { kind: 'signatures', columns: [] },
}

/** The columns and kind of a block; `tasks` stands for the tasks of any one cluster. */
export function specOf(name: BlockName | 'tasks'): BlockSpec {
  return { ...SPECS[name], listPath: name === 'tasks' ? 'tasks' : BLOCKS[name] }
}
