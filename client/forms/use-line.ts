import { useRef } from 'react'
import type { ScalarType } from '../../shared/agreement/field.ts'
import { setField } from '../../shared/document/edit.ts'
import { withTyped } from '../../shared/support/with-own-change.ts'
import { valueAt } from './address.ts'
import { useForms } from './forms-agreement.ts'
import type { InputProps } from './input-props.ts'
import type { ScalarValue } from './scalar-draft.ts'

/** What a field said when it last said what the agreement does, and what stood there. */
type Met = { text: string; standing: ScalarValue }

/**
 * The place in the agreement of a fact that is typed. A field does not always show what stands there: not while a sign is composed, nor while what is
 * typed is too long. What another wrote into a line of text meanwhile stays when the next letter is written.
 */
export function useLine({ address, value }: InputProps, type: ScalarType) {
  const { doc, store } = useForms()
  const met = useRef<Met>({ text: '', standing: null })
  /** What the field has to say, since it is too long to be written, and what stands in the agreement of it. */
  const overfull = useRef<Met | null>(null)
  const standing = () => (valueAt(store.get(), address) ?? null) as ScalarValue
  const write = (next: ScalarValue) => {
    setField(doc, address, next)
  }
  return {
    write,
    /** Gives what the field has to say instead, where there is no place for what was typed and what another wrote meanwhile. */
    writeTyped: (typed: ScalarValue): string | null => {
      const now = standing()
      const isNews = now !== met.current.standing
      overfull.current = null
      if (!isNews && typed === value) return null
      const next = isNews && type.name === 'text' ? withNews(typed, met.current, now) : typed
      if (type.name === 'text' && String(next ?? '').length > type.max) {
        overfull.current = { text: String(next), standing: now }
        return String(next)
      }
      write(next)
      met.current = { text: String(typed ?? ''), standing: typed }
      return null
    },
    /** The field says these words; `isStanding`: they are what stands there. */
    shows: (text: string, isStanding: boolean) => {
      if (isStanding) met.current = { text, standing: standing() }
      else if (overfull.current?.text === text) {
        const now = overfull.current.standing
        met.current = { text: String(now ?? ''), standing: now }
      }
    },
    /** Whether the agreement has a value, and the field shows no other for want of one. */
    isAnswered: () => standing() !== null,
  }
}

/** Of a line of text alone: other facts are replaced as a whole. */
const withNews = (typed: ScalarValue, { text }: Met, now: ScalarValue): ScalarValue =>
  withTyped(text, String(typed ?? ''), String(now ?? '')) || null
