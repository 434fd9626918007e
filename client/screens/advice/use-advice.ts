import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Finding } from '../../../shared/advice/finding.ts'
import { type AdviceTexts, adviceTexts, type RuleText } from '../../../shared/advice/rule-texts.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { AdviceView } from '../../../shared/protocol/endpoints-advice.ts'
import { CallFailed, call, callOrRecall } from '../../connection/index.ts'
import type { Surroundings } from '../agreement/surroundings.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { type Loaded, useLoad } from '../load.ts'
import { type AdviceEngine, type AdviceNow, createAdviceEngine } from './advice-engine.ts'
import { whenIdle } from './when-idle.ts'

/** The words of the rules, and what the server keeps about this agreement. */
export type LoadedAdvice = { texts: AdviceTexts; view: AdviceView }

/** Fetches the advice of an agreement. */
export function useLoadedAdvice(agreementId: string): Loaded<LoadedAdvice> {
  return useLoad(useCallback(() => loadAdvice(agreementId), [agreementId]))
}

async function loadAdvice(agreementId: string): Promise<LoadedAdvice> {
  const [words, view] = await Promise.all([
    callOrRecall(agreementId, endpoints.getAdviceTexts, {}),
    fetchView(agreementId),
  ])
  const parsed = adviceTexts.safeParse(words)
  if (!parsed.success) throw new CallFailed({ kind: 'unexpected', status: 200 })
  return { texts: parsed.data, view }
}

const fetchView = (id: string) => callOrRecall(id, endpoints.getAdvice, { params: { id } })

/** What every part of the advice shares. */
export type AdviceAround = {
  agreementId: string
  engine: AdviceEngine
  you: Surroundings['you']
  texts: AdviceTexts
  rules: ReadonlyMap<string, RuleText>
  /** Sets a finding aside as it was looked at. Rejects with a `CallFailed`. */
  setAside: (finding: Pick<Finding, 'slug' | 'factsKey'>, reason: string) => Promise<void>
  takeUp: (slug: string) => Promise<void>
  /** Lets the server make the records for the questions. */
  askQuestions: () => Promise<void>
}

const Around = createContext<AdviceAround | null>(null)
export const AdviceProvider = Around.Provider

/** The advice around a part of it. Throws outside. */
export function useAdvice(): AdviceAround {
  const around = useContext(Around)
  if (!around) throw new RangeError('useAdvice: no advice around this part')
  return around
}

/** The advice as it is now, followed. */
export function useAdviceNow(): AdviceNow {
  const { engine } = useAdvice()
  return useSyncExternalStore(engine.subscribe, engine.get)
}

/** The words of a rule. Throws a RangeError for a slug that no rule has: findings come from these very rules. */
export function useRule(slug: string): RuleText {
  const rule = useAdvice().rules.get(slug)
  if (!rule) throw new RangeError(`useRule: no rule ${slug}`)
  return rule
}

/** Everything that may have changed what the server keeps about advice. */
const CHANGES = ['advice', 'participants', 'comments', 'akkoord']

/** Wait after somebody wrote before the server is asked who wrote along, in milliseconds. */
const WRITTEN = 3000

/**
 * Who wrote along only the server knows, and it tells no notice of that. While an advice is open that depends on it, it is asked
 * again after somebody wrote.
 */
function lookWhenSomebodyWrites(
  { subscribe }: Pick<OpenAgreement['observed'], 'subscribe'>,
  engine: AdviceEngine,
  look: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const stop = subscribe(() => {
    if (timer !== null || !engine.get().open.some(({ slug }) => slug === 'migrant_org_co_drafts')) return
    timer = setTimeout(() => {
      timer = null
      look()
    }, WRITTEN)
  })
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
  }
}

/** The running advice of an open agreement; null for the moment before it runs. */
export function useAdviceEngine(
  agreementId: string,
  { live, observed }: OpenAgreement,
  { you, catalog }: Surroundings,
  { texts, view: first }: LoadedAdvice,
): AdviceAround | null {
  const [engine, setEngine] = useState<AdviceEngine | null>(null)
  useEffect(() => {
    const made = createAdviceEngine({ store: observed, catalog, rules: texts.rules, first, whenIdle })
    // What was kept before is also new to who was away for a while.
    const stop = live.onNotice((notice) => {
      const isNews = notice.kind === 'changed' && CHANGES.includes(notice.what)
      if (isNews || notice.kind === 'welcome') fetchView(agreementId).then(made.setView, () => {})
    })
    const stopLooking = lookWhenSomebodyWrites(observed, made, () =>
      fetchView(agreementId).then(made.setView, () => {}),
    )
    setEngine(made)
    return () => {
      stop()
      stopLooking()
      made.stop()
      setEngine(null)
    }
  }, [agreementId, live, observed, catalog, texts, first])
  return useMemo(() => {
    if (engine === null) return null
    const params = { id: agreementId }
    return {
      agreementId,
      engine,
      you,
      texts,
      rules: new Map(texts.rules.map((rule) => [rule.slug, rule])),
      setAside: async ({ slug, factsKey }, reason) =>
        engine.setView(await call(endpoints.setAdviceAside, { params, body: { slug, factsKey, reason } })),
      takeUp: async (slug) => engine.setView(await call(endpoints.takeUpAdvice, { params, body: { slug } })),
      askQuestions: async () => engine.setView(await call(endpoints.askQuestions, { params })),
    }
  }, [agreementId, engine, you, texts])
}
