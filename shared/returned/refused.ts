import type { ReturnTrouble } from '../agreement/returned-change.ts'

/** A file that is not read further; `trouble` says why, the message what was seen, for who looks into it. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly trouble: ReturnTrouble

  constructor(trouble: ReturnTrouble, seen: string) {
    super(seen)
    this.trouble = trouble
  }
}
