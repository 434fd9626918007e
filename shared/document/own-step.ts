import type { Doc, Transaction } from 'yjs'
import { EDIT } from './layout.ts'

const OWN_STEP = 'own step'

/** Runs a change as one transaction of this side that undo takes back as one, not joined with what was typed just before or after. */
export function asOneStep(doc: Doc, change: () => void): void {
  doc.transact((transaction) => {
    transaction.meta.set(OWN_STEP, true)
    change()
  }, EDIT)
}

export const isOwnStep = (transaction: Transaction): boolean => transaction.meta.has(OWN_STEP)
