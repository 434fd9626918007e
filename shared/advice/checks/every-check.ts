import type { Check } from '../offence.ts'
import { BOUNDARY_CHECKS } from './boundaries.ts'
import { COMPENSATION_CHECKS } from './compensation.ts'
import { EVALUATION_CHECKS } from './evaluation.ts'
import { GOVERNANCE_CHECKS } from './governance.ts'
import { LANGUAGE_CHECKS } from './language.ts'
import { MEETING_CHECKS } from './meetings.ts'
import { MONEY_CHECKS } from './money.ts'
import { PARTY_CHECKS } from './parties.ts'
import { PEOPLE_CHECKS } from './people.ts'
import { PROCESS_CHECKS } from './process.ts'
import { PURPOSE_CHECKS } from './purpose.ts'
import { SAFEGUARD_CHECKS } from './safeguards.ts'
import { TASK_CHECKS } from './tasks.ts'
import { TERM_CHECKS } from './term.ts'

/** Every machine check by the slug of its rule. Domain pack, conditions.json: 83 rules. */
export const EVERY_CHECK: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    ...PARTY_CHECKS,
    ...PEOPLE_CHECKS,
    ...PROCESS_CHECKS,
    ...PURPOSE_CHECKS,
    ...TASK_CHECKS,
    ...GOVERNANCE_CHECKS,
    ...MEETING_CHECKS,
    ...MONEY_CHECKS,
    ...COMPENSATION_CHECKS,
    ...TERM_CHECKS,
    ...BOUNDARY_CHECKS,
    ...SAFEGUARD_CHECKS,
    ...EVALUATION_CHECKS,
    ...LANGUAGE_CHECKS,
  } satisfies Record<string, Check>),
)
