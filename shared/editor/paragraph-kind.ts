import { PARAGRAPH_KINDS, type ParagraphKind } from '../agreement/rich-text.ts'

/** True for one of the kinds of `shared/agreement/rich-text`. */
export function isParagraphKind(value: unknown): value is ParagraphKind {
  return PARAGRAPH_KINDS.some((kind) => kind === value)
}
