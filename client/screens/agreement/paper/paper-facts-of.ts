import { partsBesideTexts } from '../../../../shared/document/beside-texts.ts'
import type { ObservedAgreement } from '../../../../shared/document/observe.ts'
import { conditionHolds } from '../../../../shared/outline/conditions.ts'
import { fieldText } from '../../../../shared/outline/field-text.ts'
import { drawNumbers } from '../../../../shared/outline/numbers.ts'
import { referenceText } from '../../../../shared/outline/reference-text.ts'
import { roleWordText } from '../../../../shared/outline/role-words.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'
import type { PaperFacts } from '../../../editor/index.ts'

/**
 * What the texts show of the facts, from the outline. Who listens is told when a fact, a heading or a number changed, and not
 * while somebody types in a text. `stop` ends it.
 */
export function followFacts(store: ObservedAgreement, catalog: Catalog): PaperFacts & { stop(): void } {
  const listeners = new Set<() => void>()
  let known = partsBesideTexts(store.get())
  let numbers = drawNumbers(store.get())
  const stop = store.subscribe(({ isTextAlone }) => {
    if (isTextAlone) return
    const body = store.get()
    const now = partsBesideTexts(body)
    if (now.length === known.length && now.every((part, index) => part === known[index])) return
    known = now
    numbers = drawNumbers(body)
    for (const listener of [...listeners]) listener()
  })
  return {
    field: (name) => fieldText(name, store.get(), catalog),
    roleWord: (attrs) => roleWordText(attrs, store.get()),
    reference: (id) => referenceText(id, store.get(), numbers, catalog),
    holds: (condition) => conditionHolds(condition, store.get()),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    stop,
  }
}
