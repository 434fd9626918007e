import type { FieldText } from '../../shared/outline/field-text.ts'
import type { RoleWordAttrs } from '../../shared/outline/role-words.ts'

/**
 * What the text shows of the agreement's facts, as the views in the text need it. The paper makes it from the shared outline, so
 * that the screen and the Word file say the same.
 */
export type PaperFacts = {
  /** The words a field shows. */
  field(name: string): FieldText
  /** The words of a role. */
  roleWord(attrs: RoleWordAttrs): string
  /** The number of an article or annex; broken when it is gone. */
  reference(articleId: string): { text: string; broken: boolean }
  /** False when a paragraph with this condition is left out of the agreement. */
  holds(condition: string): boolean
  /** Calls the listener after any fact changed. Returns its stop. */
  subscribe(listener: () => void): () => void
}
