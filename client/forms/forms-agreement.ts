import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { subscribeToFacts, workedOutOfFacts } from '../../shared/document/beside-texts.ts'
import type { ObservedAgreement } from '../../shared/document/observe.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import type { Template } from '../../shared/template/template.ts'
import { calmly } from '../ui/calmly.ts'
import type { CellPresence } from './cell-presence.ts'
import type { ReadActs } from './read-acts.tsx'

/** The agreement that forms edit. The caller makes it once and hands it in; it does not change while the forms are there. */
export type FormsAgreement = {
  doc: Doc
  store: ObservedAgreement
  catalog: Catalog
  awareness: Awareness
  presence: CellPresence
  canWrite: boolean
  /** The template the agreement was made from, for what it suggests. */
  template?: Template | null
  /** The page of its own that a record has, where it has one: the name of the way there, and its address. */
  pageOf?(listPath: string, key: string): { label: string; href: string } | null
  /** Begins a comment on a row that is called so; null or absent where nobody comments. */
  commentOnRow?: {
    label: string
    begin(listPath: string, key: string, called: string): void
  } | null
  /** Begins a comment on a fact with this label; null or absent where nobody comments. */
  commentOnFact?: { label: string; begin(address: string, called: string): void } | null
  /** What can be done with what is only read; null or absent where nothing can be, and while one writes. */
  readActs?: ReadActs | null
  /** Takes back the last change of this person. */
  undo(): void
}

const Forms = createContext<FormsAgreement | null>(null)
export const FormsProvider = Forms.Provider

/** The agreement around a form. Throws outside one. */
export function useForms(): FormsAgreement {
  const forms = useContext(Forms)
  if (!forms) throw new RangeError('useForms: no agreement around this form')
  return forms
}

/**
 * A part of the agreement, drawn again only when that part changes. The selector gives a part that keeps its identity (a
 * record, a list, a single value), never a fresh object. Words that are typed here stand in their editor at once; what is drawn around them follows calmly.
 */
export function useAgreement<T>(select: (body: AgreementBody) => T): T {
  const { store } = useForms()
  const snapshot = useCallback(() => select(store.get()), [store, select])
  const subscribe = useCallback((listener: () => void) => subscribeAroundTexts(store, listener), [store])
  return useSyncExternalStore(subscribe, snapshot)
}

function subscribeAroundTexts(store: ObservedAgreement, listener: () => void): () => void {
  const calm = calmly(listener)
  const stop = store.subscribe(({ isTextAlone, isOwn }) => {
    if (isTextAlone && isOwn) calm.note(true)
    else listener()
  })
  return () => {
    stop()
    calm.stop()
  }
}

/** The same of what comes of facts and headings alone, worked out or as it stands: nothing of it costs anything while somebody types in a text. */
export function useOfFacts<T>(work: (body: AgreementBody) => T): T {
  const { store } = useForms()
  const subscribe = useCallback((listener: () => void) => subscribeToFacts(store, listener), [store])
  const snapshot = useMemo(() => workedOutOfFacts(store, work), [store, work])
  return useSyncExternalStore(subscribe, snapshot)
}
