import { z } from 'zod'
import { type attention, endpoints, type Role } from '../../shared/protocol/endpoints.ts'
import { failureOf } from './call-failure.ts'
import { copyId, listCopies } from './copies.ts'
import { maybePerson, personOnceNamed } from './device-person.ts'
import { type DeviceStore, deviceStore } from './device-store.ts'
import { answerOf } from './indexed-db.ts'
import { callOrRecallDated, isRefusal, NO_AGREEMENT } from './kept-answers.ts'

export type Attention = z.output<typeof attention>
const NOTHING_TO_SEE_TO: Attention = { waiting: 0, absentParties: [], emptyFacts: 0, toSolve: 0 }

/** An agreement in the list of a person. */
export type ListedAgreement = {
  id: string
  title: string
  partyNames: string[]
  /** Null when only this device knows of it. */
  status: string | null
  updatedAt: string | null
  /** When it is deleted if nothing changes, for who leads it; null when that does not happen by itself, or is not known. */
  deletesAt: string | null
  /** False when the server could not read its text. */
  readable: boolean
  /** Null when only this device knows of it. */
  role: Role | null
  archived: boolean
  attention: Attention
  /** There is a connection, or a copy on this device. */
  canOpen: boolean
}

/** `seenAt`: the moment (ISO 8601; empty when not known) at which a list that did not come from the server now was last seen; else null. */
export type AgreementList = { agreements: ListedAgreement[]; seenAt: string | null }

/** An agreement as it was when it was last open in this browser. */
const opened = z.object({
  id: z.string(),
  title: z.string(),
  partyNames: z.array(z.string()),
  at: z.string(),
})
type Opened = z.output<typeof opened>
const OPENED = 'opened'

/**
 * The agreements of this person. When no sensible answer comes: as this device last saw them, with those that were opened here since.
 * Throws `CallFailed` when the server refuses, and when this device knows of none.
 */
export async function listAgreements(): Promise<AgreementList> {
  try {
    const { answer, keptAt } = await callOrRecallDated(NO_AGREEMENT, endpoints.listAgreements, {})
    if (keptAt !== null) return await asLastSeen(answer.agreements, keptAt)
    return {
      agreements: answer.agreements.map((each) => ({ ...each, canOpen: each.readable })),
      seenAt: null,
    }
  } catch (thrown) {
    if (isRefusal(failureOf(thrown))) throw thrown
    const list = await asLastSeen([], '').catch(() => null)
    if (list === null || list.agreements.length === 0) throw thrown
    return list
  }
}

/** Remembers how an agreement that is open now is listed without the server. What the device does not take is left out. */
export async function rememberOpened(agreement: Omit<Opened, 'at'>): Promise<void> {
  const device = await deviceStore()
  if (device === null) return
  const value: Opened = { ...agreement, at: new Date().toISOString() }
  const row = { copy: copyId(agreement.id, await personOnceNamed()), name: OPENED, value, at: value.at }
  await device.run(['answers'], 'write', (store) => answerOf(store('answers').put(row))).catch(() => {})
}

type Known = Omit<ListedAgreement, 'canOpen'>

/** What is said of an agreement that only this device knows of. */
const ONLY_HERE = {
  status: null,
  updatedAt: null,
  deletesAt: null,
  readable: true,
  role: null,
  archived: false,
  attention: NOTHING_TO_SEE_TO,
}

async function asLastSeen(listed: readonly Known[], seenAt: string): Promise<AgreementList> {
  const device = await deviceStore()
  const here = device === null ? new Map<string, Opened | null>() : await openedHere(device)
  const all = listed.map((each) => {
    const newer = here.get(each.id)
    return newer && newer.at > seenAt ? { ...each, title: newer.title, partyNames: newer.partyNames } : each
  })
  for (const [id, each] of here)
    if (each !== null && !listed.some((known) => known.id === id)) all.unshift({ ...each, ...ONLY_HERE })
  const newest = [seenAt, ...[...here.values()].map((each) => each?.at ?? '')].sort().at(-1) ?? ''
  return { agreements: all.map((each) => ({ ...each, canOpen: here.has(each.id) })), seenAt: newest }
}

/** The agreements whose text is whole on this device, each with how it was listed when it was last open. */
async function openedHere(device: DeviceStore): Promise<Map<string, Opened | null>> {
  const person = await maybePerson(device)
  const copies = await listCopies(device)
  const own = copies.filter(({ header }) => header.personId === person && header.whole)
  return await device.run(['answers'], 'read', async (store) => {
    const found = new Map<string, Opened | null>()
    for (const { header } of own) {
      const row = await answerOf<{ value: unknown } | undefined>(store('answers').get([header.id, OPENED]))
      found.set(header.agreementId, opened.safeParse(row?.value).data ?? null)
    }
    return found
  })
}
