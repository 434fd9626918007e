import { useCallback, useMemo } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { addRecord, moveRecord, removeRecord } from '../../shared/document/edit.ts'
import { keyOfList, recordsAt } from './address.ts'
import { useForms, useOfFacts } from './forms-agreement.ts'

export type FormRecord = Readonly<Record<string, unknown>>

export type RecordsState = {
  /** Those that the filter lets through, in their order. Unchanged records keep their identity. */
  records: readonly FormRecord[]
  keyOf(record: FormRecord): string
  /** Adds a record at the end, or right after another; gives its key. */
  add(values: FormRecord, options?: { key?: string; after?: string }): string
  remove(key: string): boolean
  /** Moves a record past the one before (-1) or after (1) it among those shown; false when there is none. */
  move(key: string, direction: -1 | 1): boolean
}

const NO_FILTER: FormRecord = {}

/** The records of a list of the agreement. Throws a RangeError for a path that is no list. */
export function useRecords(listPath: string, filter: FormRecord = NO_FILTER): RecordsState {
  const { doc } = useForms()
  const select = useCallback((body: AgreementBody) => recordsAt(body, listPath), [listPath])
  const all = useOfFacts(select)
  return useMemo(() => {
    const key = keyOfList(listPath)
    const keyOf = (record: FormRecord) => String(record[key])
    const records = shownRecords(all, filter)
    return {
      records,
      keyOf,
      add: (values, options = {}) => addRecord(doc, listPath, { ...options, values: { ...values } }),
      remove: (id) => removeRecord(doc, listPath, id),
      move: (id, direction) => {
        const place = placeBeside(records.map(keyOf), id, direction)
        return place !== null && moveRecord(doc, listPath, id, place)
      },
    }
  }, [doc, listPath, all, filter])
}

function shownRecords(records: readonly FormRecord[], filter: FormRecord): readonly FormRecord[] {
  const wanted = Object.entries(filter)
  if (wanted.length === 0) return records
  return records.filter((record) => wanted.every(([field, value]) => record[field] === value))
}

/** Where a record goes when it passes its neighbour; null at the end of the list. */
export function placeBeside(
  keys: readonly string[],
  key: string,
  direction: -1 | 1,
): { before: string } | { after: string } | null {
  const index = keys.indexOf(key)
  const neighbour = index < 0 ? undefined : keys[index + direction]
  if (neighbour === undefined) return null
  return direction === -1 ? { before: neighbour } : { after: neighbour }
}
