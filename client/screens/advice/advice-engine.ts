import { type Completeness, completeness } from '../../../shared/advice/completeness.ts'
import { findFindings, findQuestions } from '../../../shared/advice/find-findings.ts'
import type { Finding } from '../../../shared/advice/finding.ts'
import type { RuleText } from '../../../shared/advice/rule-texts.ts'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { ObservedAgreement } from '../../../shared/document/observe.ts'
import { unresolvedPlaceholders } from '../../../shared/outline/unresolved-placeholders.ts'
import type { AdviceView, SetAside } from '../../../shared/protocol/endpoints-advice.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'

/** The advice on the agreement as it is now. The same value until the agreement, or a choice about it, changes. */
export type AdviceNow = {
  body: AgreementBody
  /** What the rules find and nobody set aside. */
  open: Finding[]
  aside: { finding: Finding; choice: SetAside }[]
  /** By rule: set aside before, and open again since its facts are others now. */
  returned: ReadonlyMap<string, SetAside>
  /** Questions that the parties have not answered together yet. */
  questions: Finding[]
  completeness: Completeness
}

export type AdviceEngine = ReturnType<typeof createAdviceEngine>

type EngineParts = {
  store: Pick<ObservedAgreement, 'get' | 'subscribe'>
  catalog: Catalog
  rules: readonly RuleText[]
  first: AdviceView
  /** Calls back once, when there is time for it; gives back its stop. */
  whenIdle: (work: () => void) => () => void
}

/**
 * Follows an agreement and works out the advice on it, never on the way of a keystroke: changes only ask for a run, and a run waits
 * until the browser has nothing else to do.
 */
export function createAdviceEngine({ store, catalog, rules, first, whenIdle }: EngineParts) {
  const listeners = new Set<() => void>()
  let view = first
  let seenView = first
  let now = adviceNow(store.get(), view, catalog, rules)
  let stopWaiting: (() => void) | null = null

  const run = () => {
    stopWaiting = null
    const body = store.get()
    if (body === now.body && view === seenView) return
    seenView = view
    now = adviceNow(body, view, catalog, rules)
    for (const listener of [...listeners]) listener()
  }
  const ask = () => {
    stopWaiting ??= whenIdle(run)
  }
  const stopFollowing = store.subscribe(ask)

  return {
    get: (): AdviceNow => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Takes over what the server keeps now. */
    setView(next: AdviceView): void {
      view = next
      run()
    },
    stop(): void {
      stopFollowing()
      stopWaiting?.()
    },
  }
}

/** The advice on one agreement, with what the server keeps about it. Pure. */
export function adviceNow(
  body: AgreementBody,
  view: Pick<AdviceView, 'record' | 'setAside'>,
  catalog: Catalog,
  rules: readonly RuleText[],
): AdviceNow {
  const record = { ...view.record, unresolvedPlaceholders: unresolvedPlaceholders(body, catalog) }
  const findings = findFindings(body, record, catalog.norms, rules)
  const choices = new Map(view.setAside.map((choice) => [choice.slug, choice]))
  const choiceOn = ({ slug, factsKey }: Finding) => {
    const choice = choices.get(slug)
    return choice?.factsKey === factsKey ? choice : null
  }
  const open = findings.filter((finding) => choiceOn(finding) === null)
  return {
    body,
    open,
    aside: findings.flatMap((finding) => {
      const choice = choiceOn(finding)
      return choice === null ? [] : [{ finding, choice }]
    }),
    returned: new Map(
      open.flatMap(({ slug }) => {
        const choice = choices.get(slug)
        return choice ? [[slug, choice]] : []
      }),
    ),
    questions: findQuestions(body, rules),
    completeness: completeness(body, record, open),
  }
}
