import { z } from 'zod'
import { PARTY_ROLES } from '../agreement/party.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const line = z.string().min(1).max(1000)
/** The screens beside the paper that a step can lead to: the scan of thresholds, sharing the tasks, what is still open, and the round along the support base. */
export const STEP_SCREENS = ['scan', 'tasks', 'advice', 'consultation'] as const
const screen = z.enum(STEP_SCREENS).nullable().default(null)
const articleKeys = z.array(key).max(10).default([])

/** Something to talk about or to see to. Its id never changes meaning: notes and ticks hang on it. */
const item = z.strictObject({
  id: key,
  text: line,
  /** Keys of the articles where an answer belongs; the first one that an agreement has counts. */
  articles: articleKeys,
  screen,
})

const list = z.strictObject({ heading: line.nullable().default(null), items: z.array(item).min(1).max(50) })

/**
 * What fits a partner: a talk, not a test. Every party of these roles is talked about with the same traits, from its own side
 * and from the other's.
 */
const profile = z.strictObject({
  heading: line,
  forRoles: z.array(z.enum(PARTY_ROLES)).min(1),
  traits: z.array(item).min(1).max(50),
  remarks: z.array(line).max(10).default([]),
})

/** What a step fills in the agreement. */
const fill = z.strictObject({
  label: line,
  /**
   * A field (`purpose.goalText`), a list (`tasks`), or a field in each record of a list (`tasks.*.dueDate`). Null is the
   * agreement as a whole.
   */
  target: z
    .string()
    .regex(/^[A-Za-z]+(\.([A-Za-z]+|\*))*$/)
    .nullable(),
  /** Keys of the articles where it can stand; without one of them it is filled in beside the paper. */
  articles: articleKeys,
  screen,
  /** True for what every new agreement has already: it tells nothing about how far people are. */
  always: z.boolean().default(false),
})

const step = z.strictObject({
  id: key,
  title: line,
  /** The question or the work of this step. */
  subject: line,
  goal: line,
  who: line,
  checklists: z.array(list).min(1).max(10),
  questions: z.array(list).max(10).default([]),
  profiles: z.array(profile).max(10).default([]),
  explanations: z
    .array(
      z.strictObject({ heading: line, ordered: z.boolean().default(false), items: z.array(line).min(1) }),
    )
    .max(10)
    .default([]),
  fill: z.array(fill).max(30),
  cautions: z.array(line).min(1).max(10),
})

/** The steps from a first look to a lasting cooperation, for whoever leads: `templates/catalog/steps.yaml`. */
export const stepsFile = z.strictObject({
  source: line,
  /** How long it takes, and who can lead. */
  duration: line,
  guide: line,
  steps: z.array(step).min(1).max(20),
  /** What helps when a talk gets stuck. */
  moments: z.array(z.strictObject({ when: line, ask: line })).max(30),
})

export type Steps = z.infer<typeof stepsFile>
export type Step = z.infer<typeof step>
export type StepItem = z.infer<typeof item>
export type StepFill = z.infer<typeof fill>
export type StepProfile = z.infer<typeof profile>

/** What people can leave a mark on. `tick` is done or not, `talk` has words alone, `trait` is about one party. */
export type StepItemKind = 'tick' | 'talk' | 'trait'

/** The name of an item over all steps, as notes keep it: `look.figures_area`. */
export const stepItemId = (stepId: string, itemId: string): string => `${stepId}.${itemId}`

/** Every item of the steps by its full name. */
export function stepItems(steps: readonly Step[]): Map<string, StepItemKind> {
  return new Map(
    steps.flatMap((each) =>
      itemsOf(each).map(({ item: { id }, kind }) => [stepItemId(each.id, id), kind] as const),
    ),
  )
}

/** The items of one step, in the order of the file. */
export function itemsOf(each: Step): { item: StepItem; kind: StepItemKind; path: (string | number)[] }[] {
  const from = (lists: readonly { items: StepItem[] }[], kind: StepItemKind, at: string) =>
    lists.flatMap(({ items }, number) =>
      items.map((one, index) => ({ item: one, kind, path: [at, number, 'items', index] })),
    )
  return [
    ...from(each.checklists, 'tick', 'checklists'),
    ...from(each.questions, 'talk', 'questions'),
    ...each.profiles.flatMap(({ traits }, number) =>
      traits.map((one, index) => ({
        item: one,
        kind: 'trait' as const,
        path: ['profiles', number, 'traits', index],
      })),
    ),
  ]
}
