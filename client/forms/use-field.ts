import { useCallback, useMemo } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Layout } from '../../shared/agreement/field.ts'
import { addToSet, removeFromSet, setField } from '../../shared/document/edit.ts'
import { fieldNameOf, layoutAt, valueAt } from './address.ts'
import { useForms, useOfFacts } from './forms-agreement.ts'

export type FieldState = {
  address: string
  layout: Layout
  /** The value now; undefined when its record is gone. */
  value: unknown
  label: string
  help: string | undefined
  canWrite: boolean
  /** Writes a single value; false when the record is gone. */
  set(value: string | number | boolean | null): boolean
  /** Puts a key into a set or takes it out. */
  toggle(key: string, isIn: boolean): boolean
}

/** One field of the agreement by its address. Throws a RangeError for an address the agreement does not have. */
export function useField(address: string): FieldState {
  const { doc, catalog, canWrite } = useForms()
  const select = useCallback((body: AgreementBody) => valueAt(body, address), [address])
  const value = useOfFacts(select)
  return useMemo(() => {
    const words = catalog.words.fields[fieldNameOf(address)]
    return {
      address,
      layout: layoutAt(address),
      value,
      label: words?.label ?? address,
      help: words?.help,
      canWrite,
      set: (next) => setField(doc, address, next),
      toggle: (key, isIn) => (isIn ? addToSet(doc, address, key) : removeFromSet(doc, address, key)),
    }
  }, [doc, catalog, canWrite, address, value])
}
