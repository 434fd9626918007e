import { z } from 'zod'
import * as f from './field.ts'

/** One sentence on why the parties do this; no obligations. Domain pack, agreement.md 3.2. */
export const recital = z.object({ id: f.id(), text: f.longText() })

/** One word and what it means in this agreement. Domain pack, agreement.md 3.3. */
export const definition = z.object({ id: f.id(), term: f.line(200), meaning: f.line(2000) })

/** What the parties want to reach, and how they will know. Domain pack, agreement.md 3.4. */
export const result = z.object({
  id: f.id(),
  text: f.longText(),
  baseline: f.line(1000),
  target: f.line(1000),
  measuredBy: f.line(1000),
  measuredOn: f.date(),
})

export const purpose = f.object({
  goalText: f.longText(),
  targetGroup: f.line(2000),
  area: f.line(1000),
  problemStatement: f.line(5000),
  reachSourcesText: f.longText(),
  results: f.list(result),
})

export const PRIORITIES = ['high', 'medium', 'low'] as const

/** A threshold for families that the parties chose to work on. Known by its catalogue key. */
export const focusFactor = z.object({
  factorId: f.id(),
  priority: f.choice(PRIORITIES),
  reason: f.line(2000),
})

/** Scores 1 to 5 of the factor scan, once opened: factor id → party id → score. They stand apart from the choice. */
export const factorScores = f.json(
  z.record(z.string().max(80), z.record(z.string().max(80), z.number().int().min(1).max(5))).default({}),
)
