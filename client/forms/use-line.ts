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
  const standing = () => (valueAt(store.get(), address) ?? null) as ScalarValue
  const write = (next: ScalarValue) => {
    setField(doc, address, next)
  }
  return {
    write,
    writeTyped: (typed: ScalarValue) => {
      const now = standing()
      const isNews = now !== met.current.standing
      if (!isNews && typed === value) return
      write(isNews ? withNews(typed, met.current, now, type) : typed)
      met.current = { text: String(typed ?? ''), standing: typed }
    },
    /** The field says what stands there, in these words. */
    shows: (text: string) => {
      met.current = { text, standing: standing() }
    },
    /** Whether the agreement has a value, and the field shows no other for want of one. */
    isAnswered: () => standing() !== null,
  }
}

/** Facts that are no line of text are replaced as a whole. */
function withNews(typed: ScalarValue, { text }: Met, now: ScalarValue, type: ScalarType): ScalarValue {
  if (type.name !== 'text') return typed
  const joined = withTyped(text, String(typed ?? ''), String(now ?? ''))
  return joined.length > type.max ? typed : joined || null
}
