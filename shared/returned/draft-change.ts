import type { Hand, ReturnedChange } from '../agreement/returned-change.ts'
import type { Section } from '../outline/outline.ts'
import { sha256 } from '../support/sha256.ts'
import { type LaidAgreement, nameOf } from './laid-agreement.ts'

/** A change before it has a name. */
export type DraftChange = Omit<ReturnedChange, 'id'> & { sectionId: string | null }

/** Where a change stands, and who made it in the file. */
export type Spot = { section: Section | null; hands: readonly Hand[]; laid: LaidAgreement; about?: string }

type Said = Pick<ReturnedChange, 'was' | 'file'> &
  Partial<Pick<ReturnedChange, 'here' | 'meanwhile' | 'what'>>

/** A change at a place. Without more it can only be said beside the text. */
export function draftAt({ section, hands, laid, about = '' }: Spot, said: Said): DraftChange {
  const isThere = section !== null && laid.textNow(section.id) !== null
  return {
    sectionId: section?.id ?? null,
    place: isThere ? section.id : null,
    where: [nameOf(section), about].filter((name) => name !== '').join(' · '),
    hands: [...hands],
    here: said.was,
    meanwhile: 'unchanged',
    what: { kind: 'remark' },
    ...said,
  }
}

/** Gives each change a name that follows from the file alone: by its place, what it said and says, and which of several alike it is. */
export function named(drafts: readonly DraftChange[]): ReturnedChange[] {
  const counts = new Map<string, number>()
  return drafts.map(({ sectionId, ...change }) => {
    const sign = sha256(JSON.stringify([sectionId, change.was, change.file])).slice(0, 24)
    const count = counts.get(sign) ?? 0
    counts.set(sign, count + 1)
    return { id: count === 0 ? sign : `${sign}-${count + 1}`, ...change }
  })
}

/** How a value went on, when all that is known of it are three values. */
export function meanwhileOf(was: string, file: string, here: string): ReturnedChange['meanwhile'] {
  if (here === file) return 'already-so'
  return here === was ? 'unchanged' : 'changed'
}
