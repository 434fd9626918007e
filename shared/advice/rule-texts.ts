import { z } from 'zod'

const slug = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/)
const line = z.string().min(1).max(1000)
const address = z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)?$/)

export const SEVERITIES = ['error', 'warning', 'advice'] as const
export const PHASES = ['draft', 'before_agreement', 'before_signing'] as const
export const CATEGORIES = ['cooperation', 'pitfall', 'money', 'legal', 'process', 'language'] as const

/** What an advice offers to mend it. `label` stands on the button. */
const step = z.discriminatedUnion('kind', [
  /** Go to the first place that the finding names. */
  z.strictObject({ kind: z.literal('go_to'), label: line }),
  /** Add a row to a list, with these values filled in. */
  z.strictObject({
    kind: z.literal('add_row'),
    label: line,
    list: address,
    values: z.record(z.string(), z.union([line, z.array(line), z.boolean(), z.number()])).default({}),
  }),
  /** Choose a task from the catalogue: in this cluster, with this effect, for a party in this role. */
  z.strictObject({
    kind: z.literal('pick_task'),
    label: line,
    clusterId: slug.nullable().default(null),
    effect: slug.nullable().default(null),
    partyRole: slug.nullable().default(null),
  }),
  /** Put this text in a field that is empty. */
  z.strictObject({ kind: z.literal('take_over_text'), label: line, field: address, text: line }),
  /** Put this value in a field. */
  z.strictObject({
    kind: z.literal('set_value'),
    label: line,
    field: address,
    value: z.union([line, z.boolean(), z.number()]),
  }),
  /** Put the computed amount in the lines that the finding names. */
  z.strictObject({ kind: z.literal('compute'), label: line }),
  /** Answer the question together. */
  z.strictObject({ kind: z.literal('answer'), label: line }),
])

const rule = z.strictObject({
  /** Number in the domain pack. */
  number: z.string().regex(/^R\d{2}$/),
  slug,
  /** How it is when all is well. */
  title: line,
  /** What is seen when it is not. */
  finding: line,
  explanation: line,
  advice: line,
  /** For a rule that no program can check: what people ask each other. */
  question: line.nullable().default(null),
  check: z.enum(['machine', 'human']),
  severity: z.enum(SEVERITIES),
  /** An error holds back what comes after this phase, and nothing else. */
  phase: z.enum(PHASES),
  category: z.enum(CATEGORIES),
  /** `all`, or the ids of the templates it is for. */
  templates: z.union([z.literal('all'), z.array(slug).min(1)]),
  conditions: z.array(z.string()),
  sources: z.array(line).min(1),
  /** Keys of the articles beside which it is shown, over all templates. */
  articles: z.array(slug),
  /** Where it is mended: fields outside records, or lists. */
  targets: z.array(address),
  step,
})

/** The texts of the advice: `templates/catalog/advice.yaml`. */
export const adviceTexts = z.strictObject({
  conditions: z.array(
    z.strictObject({
      id: z.string().regex(/^C\d{2}$/),
      number: z.int().min(1),
      title: line,
      explanation: line,
      source: line,
    }),
  ),
  pitfalls: z.array(
    z.strictObject({
      id: z.string().regex(/^P\d{2}$/),
      title: line,
      explanation: line,
      source: line,
      rules: z.array(slug),
    }),
  ),
  rules: z.array(rule),
})

export type AdviceTexts = z.infer<typeof adviceTexts>
export type RuleText = z.infer<typeof rule>
export type RuleStep = z.infer<typeof step>
export type Severity = (typeof SEVERITIES)[number]
export type Phase = (typeof PHASES)[number]

/** True when a rule is meant for agreements from this template. */
export function appliesTo(rule: RuleText, templateId: string | null): boolean {
  return rule.templates === 'all' || (templateId !== null && rule.templates.includes(templateId))
}
