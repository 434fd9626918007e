import type { z } from 'zod'
import { agreementBody } from '../agreement/agreement.ts'
import { layoutOf } from '../agreement/field.ts'
import { bareSchema, recordSchemaAt, schemaAt } from './schema-path.ts'

/**
 * The nouns of an agreement: dotted path of a group or list in its body → the noun its fields are called by. A field's
 * name is `noun.field` (`party.name`), whatever list its record stands in; those of the agreement itself are
 * `agreement.field`.
 */
export const NOUNS = {
  '': 'agreement',
  drafting: 'drafting',
  parties: 'party',
  signatories: 'signatory',
  contacts: 'contact',
  recitals: 'recital',
  definitions: 'definition',
  purpose: 'purpose',
  'purpose.results': 'result',
  focusFactors: 'focusFactor',
  term: 'term',
  financing: 'financing',
  'financing.sources': 'source',
  'financing.lines': 'line',
  'financing.payments': 'payment',
  'financing.accountability': 'accountability',
  norms: 'norms',
  programme: 'programme',
  customClusters: 'customCluster',
  tasks: 'task',
  governance: 'governance',
  'governance.projectLeads': 'projectLead',
  meetings: 'meeting',
  communication: 'communication',
  anchoring: 'anchoringMeasure',
  boundaries: 'boundaries',
  'boundaries.notTasks': 'notTask',
  'boundaries.referralSteps': 'referralStep',
  safety: 'safety',
  'safety.vog': 'vog',
  'safety.meldcode': 'meldcode',
  privacy: 'privacy',
  'privacy.roles': 'privacyRole',
  evaluation: 'evaluation',
  'evaluation.moments': 'evaluationMoment',
  amendment: 'amendment',
  accession: 'accession',
  disputes: 'disputes',
  'disputes.steps': 'disputeStep',
  publication: 'publication',
  humanChecks: 'humanCheck',
  articles: 'article',
  annexes: 'annex',
  removedTexts: 'removedText',
} as const satisfies Record<string, string>

export type NounPath = keyof typeof NOUNS

/** The schema of one noun: the object at its path, or the record of the list there. */
export function nounSchema(path: NounPath): z.ZodObject {
  const schema = path === '' ? agreementBody : (recordSchemaAt(path) ?? bareObject(path))
  return schema as z.ZodObject
}

function bareObject(path: string): z.ZodType {
  const schema = schemaAt(path)
  if (!schema) throw new RangeError(`nounSchema: nothing stands at ${path}`)
  return bareSchema(schema)
}

/** The names of all fields that people see a label of, in the order of the body. */
export const FIELD_NAMES: readonly string[] = (Object.keys(NOUNS) as NounPath[]).flatMap((path) =>
  Object.entries(nounSchema(path).shape)
    .filter(([key, schema]) => key !== 'id' && isLabelled(schema as z.ZodType))
    .map(([key]) => `${NOUNS[path]}.${key}`),
)

/** Rich text stands under its heading and needs no label of its own. */
function isLabelled(schema: z.ZodType): boolean {
  try {
    const { kind } = layoutOf(schema)
    return kind !== 'richText' && kind !== 'json'
  } catch {
    return true
  }
}
