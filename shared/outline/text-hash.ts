import { sha256 } from '../support/sha256.ts'
import type { Outline } from './outline.ts'

/** The check number of all that stands on paper: SHA-256 of the outline, as fixing keeps it and as a Word file carries it. */
export function textHash(outline: Outline): string {
  return sha256(JSON.stringify(outline))
}
