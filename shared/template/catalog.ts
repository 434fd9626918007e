import { z } from 'zod'
import { PARTY_ROLES } from '../agreement/party.ts'
import { TASK_EFFECTS } from '../agreement/task.ts'
import { TASK_KINDS } from './enums.ts'
import { stepsFile } from './steps.ts'
import { words } from './words.ts'

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/)
const line = z.string().min(1).max(1000)

const cluster = z.strictObject({
  id: key,
  label: line,
  /** What is wrong where this cluster matters, and the question that opens the talk. Null where none applies. */
  problem: line.nullable().default(null),
  question: line.nullable().default(null),
  /** False for a group that only makes the others possible: it does not count when clusters must be covered. */
  countsAsCluster: z.boolean().default(true),
  /** True: its tasks are work of professionals alone. */
  professionalsOnly: z.boolean().default(false),
})

const framework = z.strictObject({
  id: key,
  label: line,
  /** True: the parties name their own programme lines; `clusters` are those a line can be linked to. */
  ownLines: z.boolean().default(false),
  clusters: z.array(cluster).max(50),
})

/** A threshold between families and help. Domain pack, clusters.json. */
const factor = z.strictObject({
  id: key,
  number: z.int().min(1),
  clusterId: key,
  slug: key,
  label: line,
  explanation: line,
  scanQuestion: line,
  /** Where the threshold lies. */
  side: z.enum(['families', 'service', 'both']),
})

/** A task that parties can pick. `joint` is for tasks of several parties together. */
const libraryTask = z.strictObject({
  id: key,
  clusterId: key,
  partyRole: z.enum([...PARTY_ROLES, 'joint']),
  title: line,
  factorIds: z.array(key).max(50),
  kind: z.enum(TASK_KINDS),
  effect: z.enum(TASK_EFFECTS),
  origin: z.enum(['table4', 'added']),
  caution: line.nullable().default(null),
  counterpartTaskIds: z.array(key).max(50).default([]),
})

const amount = z.number().min(0).max(1e6)

/** Yearly amounts with where they come from; field names as in `norms` of an agreement. */
const yearNorms = z.strictObject({
  year: z.int().min(2000).max(2200),
  volunteerHour: amount,
  volunteerHourUnder21: amount,
  volunteerMonth: amount,
  volunteerYear: amount,
  minimumWagePerHour: amount.nullable(),
  heavyWorkHoursPerMonth: amount,
  source: line,
})

/** From which amount on a heavier account may be asked, and how many meetings a year a volunteer can bear. */
const limits = z.strictObject({ lightAccountabilityBelow: amount, meetingsPerYear: amount })

/** What makes a text hard to read, for hints beside it. */
const plainLanguage = z.strictObject({
  maxAverageSentenceWords: z.int().min(1),
  maxSentenceWords: z.int().min(1),
  formalWords: z.array(line),
  outdatedTerms: z.array(z.strictObject({ term: line, instead: line })),
})

/** Words with a meaning that parties can take over. Domain pack, agreement.md 3.3. */
const definition = z.strictObject({ term: z.string().min(1).max(200), meaning: z.string().min(1).max(2000) })

/** The files of the catalogue, by name without ending. */
export const CATALOG_FILES = {
  clusters: z.strictObject({ source: line, frameworks: z.array(framework).min(1) }),
  factors: z.strictObject({ source: line, factors: z.array(factor) }),
  tasks: z.strictObject({ source: line, tasks: z.array(libraryTask) }),
  norms: z.strictObject({ years: z.array(yearNorms).min(1), limits, plainLanguage }),
  definitions: z.strictObject({ definitions: z.array(definition) }),
  words,
  steps: stepsFile,
} as const
export type CatalogFile = keyof typeof CATALOG_FILES

/** The lists people choose from and the words on the paper: one catalogue for all templates. */
export const catalog = z.strictObject({
  frameworks: CATALOG_FILES.clusters.shape.frameworks,
  factors: CATALOG_FILES.factors.shape.factors,
  tasks: CATALOG_FILES.tasks.shape.tasks,
  norms: CATALOG_FILES.norms,
  definitions: CATALOG_FILES.definitions.shape.definitions,
  words,
  steps: stepsFile,
})
export type Catalog = z.infer<typeof catalog>
export type Framework = z.infer<typeof framework>
export type Cluster = z.infer<typeof cluster>
export type Factor = z.infer<typeof factor>
export type LibraryTask = z.infer<typeof libraryTask>
export type YearNorms = z.infer<typeof yearNorms>
