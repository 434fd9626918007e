import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { FORMAT, parseSnapshot } from '../../shared/agreement/snapshot.ts'

/** An agreement with just what a test is about; everything else empty. Throws with the messages when it is none. */
export function agreement(parts: Record<string, unknown> = {}): AgreementBody {
  const parsed = parseSnapshot({ format: FORMAT, ...parts })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.messages))
  return parsed.value
}

/** Rich text of plain clauses. */
export function clauses(...texts: string[]): Record<string, unknown> {
  const content = texts.map((text) => ({
    type: 'paragraph',
    attrs: { kind: 'clause' },
    content: [{ type: 'text', text }],
  }))
  return { type: 'doc', content }
}
