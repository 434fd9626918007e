import { z } from 'zod'
import * as f from './field.ts'

export const TASK_EFFECTS = ['lead_in', 'support_families', 'improve_service', 'enable'] as const
export const TASK_STATUSES = ['proposed', 'agreed', 'in_progress', 'done', 'dropped'] as const

/** A group of tasks that the parties named themselves (programme line). */
export const customCluster = z.object({
  id: f.id(),
  labelNl: f.line(200),
  linkedClusterId: f.reference('clusters'),
  leadPartyId: f.reference('parties'),
})

/** Who does what, when, and how one sees it is done. Domain pack, agreement.md 3.10. `kind` is a catalogue key. */
export const task = z.object({
  id: f.id(),
  libraryTaskId: f.reference('libraryTasks'),
  title: f.line(300),
  description: f.longText(),
  clusterId: f.reference('clusters'),
  factorIds: f.referenceSet('factors'),
  partyIds: f.referenceSet('parties'),
  leadPartyId: f.reference('parties'),
  contactId: f.reference('contacts'),
  kind: f.line(80),
  effect: f.choice(TASK_EFFECTS),
  frequency: f.line(300),
  startDate: f.date(),
  dueDate: f.date(),
  result: f.line(1000),
  hoursPerMonth: f.number(2),
  /** The line of the money article that pays for it; null when it costs nothing or nobody said. */
  lineId: f.reference('financing.lines'),
  directContactWithMinors: f.boolean(),
  proposedByPartyId: f.reference('parties'),
  status: f.choice(TASK_STATUSES),
})
export type Task = z.infer<typeof task>
