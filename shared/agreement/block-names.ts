/**
 * The blocks that can stand in the text, each with the dotted path in `AgreementBody` of the facts it shows and
 * where somebody goes to change them. Domain pack, templates.md, Blocks. `tasks:<cluster>` comes beside these: one
 * per cluster of the framework or programme line, see `clusterOfBlock`.
 */
export const BLOCKS = {
  parties: 'parties',
  /** One line per party. */
  parties_short: 'parties',
  recitals: 'recitals',
  definitions: 'definitions',
  results: 'purpose.results',
  focus_factors: 'focusFactors',
  financing_sources: 'financing.sources',
  financing_lines: 'financing.lines',
  /** Costs and sources in one table. */
  financing_short: 'financing.lines',
  /** Per line: persons, hours, rate, expenses, months, amount. For the annex with the budget. */
  financing_calculation: 'financing.lines',
  /** Added up per year, source and party; see `money-totals.ts`. */
  financing_totals: 'financing.lines',
  payments: 'financing.payments',
  accountability: 'financing.accountability',
  /** All tasks, one table per programme line or, without lines, per cluster. */
  'tasks:by_line': 'tasks',
  /** All tasks in one table: task, lead, when. */
  tasks_short: 'tasks',
  /** Per party its tasks, as lead or as participant. For the annex with the tasks. */
  tasks_by_party: 'tasks',
  custom_clusters: 'customClusters',
  project_leads: 'governance.projectLeads',
  /** With phone and e-mail: only in the annex that is not public. */
  contacts: 'contacts',
  contacts_short: 'contacts',
  meetings: 'meetings',
  anchoring: 'anchoring',
  /** What each party does not do, grouped by party. */
  not_tasks: 'boundaries.notTasks',
  referral_steps: 'boundaries.referralSteps',
  vog: 'safety.vog',
  /** Which reporting code each party follows. */
  meldcode: 'safety.meldcode',
  privacy_roles: 'privacy.roles',
  evaluation_moments: 'evaluation.moments',
  evaluation_short: 'evaluation.moments',
  dispute_steps: 'disputes.steps',
  annexes: 'annexes',
  signatures: 'signatories',
} as const satisfies Record<string, string>

export type BlockName = keyof typeof BLOCKS
export const BLOCK_NAMES = Object.keys(BLOCKS) as readonly BlockName[]

const CLUSTER_BLOCK = /^tasks:([A-Za-z0-9_-]{1,72})$/

/** The cluster whose tasks a block shows (`tasks:awareness` → `awareness`); null for every other block. */
export function clusterOfBlock(name: string): string | null {
  if (isFixedBlockName(name)) return null
  return CLUSTER_BLOCK.exec(name)?.[1] ?? null
}

/** True for a name in `BLOCKS`. */
export function isFixedBlockName(name: string): name is BlockName {
  return Object.hasOwn(BLOCKS, name)
}

/** True for a block the program can show: one of `BLOCKS`, or the tasks of a cluster. */
export function isBlockName(name: string): boolean {
  return isFixedBlockName(name) || clusterOfBlock(name) !== null
}
