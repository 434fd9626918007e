import { type RefObject, useEffect, useRef, useState } from 'react'
import type { BlockDescription } from '../../shared/outline/block-description.ts'
import { type FormRecord, type RecordsState, useRecords } from './use-records.ts'

export type Rows = RecordsState & {
  /** Adds a record and puts the focus in it once it is drawn. */
  addAndGo(values?: FormRecord, key?: string): void
  removeWithHint(key: string): void
  /** True just after something was removed, until the next change in this list or a press on undo. */
  wasRemoved: boolean
  forgetRemoved(): void
}

/** The records that a block edits, and where the focus goes when rows come and go. */
export function useRows(description: BlockDescription, around: RefObject<HTMLElement | null>): Rows {
  const records = useRecords(description.listPath, description.filter)
  const goTo = useRef<string | null>(null)
  const [removedAmong, setRemovedAmong] = useState<number | null>(null)
  const count = records.records.length

  useEffect(() => {
    if (goTo.current === null) return
    const row = around.current?.querySelector<HTMLElement>(`[data-record="${CSS.escape(goTo.current)}"]`)
    if (!row) return
    goTo.current = null
    row.querySelector<HTMLElement>('textarea, select, button.hs-set, input')?.focus()
  })

  return {
    ...records,
    addAndGo: (values = {}, key) => {
      const options = key === undefined ? {} : { key }
      goTo.current = records.add({ ...description.newRecord, ...values }, options)
      setRemovedAmong(null)
    },
    removeWithHint: (key) => {
      if (records.remove(key)) setRemovedAmong(count - 1)
      around.current?.querySelector<HTMLElement>('.hs-records__add')?.focus()
    },
    wasRemoved: removedAmong !== null && removedAmong === count,
    forgetRemoved: () => setRemovedAmong(null),
  }
}
