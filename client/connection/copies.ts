import type { Hold, RefusalReason } from '../../shared/protocol/live.ts'
import type { DeviceStore } from './device-store.ts'
import { answerOf } from './indexed-db.ts'
import type { UnsentWords } from './unsent-words.ts'

/** The copies on this device as rows, for who looks at them or takes them away. What is in them is known by `copy-store.ts`. */

/** What a local copy is: whose, of which agreement, of which log, and made by which schema. */
export type CopyHeader = {
  /** `<agreement>/<person>`: client ids belong to persons, so another person never opens this one's copy. */
  id: string
  agreementId: string
  personId: string
  epoch: string
  schema: number
  role: string
  canWrite: boolean
  /** Absent in copies of before there were holds. */
  hold?: Hold | null
  /** The text was here in full once; before that it must not be drawn. */
  whole: boolean
  /** The server will never take what waits here: it is offered as text when the copy is opened next. */
  refused: RefusalReason | null
}

/** Why words stand aside: the server was put back to an earlier state or would not take them, or its writer may not come in any more. */
export type AsideReason = 'restored' | 'refused' | 'noAccess'
export type WordsAside = {
  row: number
  agreementId: string
  personId: string
  reason: AsideReason
  words: UnsentWords[]
}

/** The key of an update: chosen by the page that writes it. Numbers are of a version that had the browser choose. */
export type Row = string | number
export type UpdateRow = { row: Row; copy: string; update: Uint8Array }
export type WaitingRow = { row: Row; copy: string; edits: number }
/** The stores of one transaction. */
export type Store = Parameters<Parameters<DeviceStore['run']>[2]>[0]

/** The name of a person's copy of an agreement. */
export const copyId = (agreementId: string, personId: string) => `${agreementId}/${personId}`

export const COPY_STORES = ['copies', 'updates', 'waiting'] as const

/** What stands in a copy, and what of it waits for the server. */
export async function rowsOf(
  store: Store,
  id: string,
): Promise<{ updates: UpdateRow[]; waiting: WaitingRow[] }> {
  const updates = await answerOf<UpdateRow[]>(store('updates').index('copy').getAll(id))
  const waiting = await answerOf<WaitingRow[]>(store('waiting').index('copy').getAll(id))
  return { updates, waiting }
}

/** Takes one update away, waiting or not. */
export async function removeRow(store: Store, row: Row): Promise<void> {
  await answerOf(store('updates').delete(row))
  await answerOf(store('waiting').delete(row))
}

/** Takes a whole copy away. */
export async function removeCopy(store: Store, id: string): Promise<void> {
  const { updates } = await rowsOf(store, id)
  for (const { row } of updates) await removeRow(store, row)
  await answerOf(store('copies').delete(id))
}

/** Every copy on this device, with the number of edits that wait in it. */
export function listCopies(device: DeviceStore): Promise<{ header: CopyHeader; waiting: number }[]> {
  return device.run(COPY_STORES, 'read', async (store) => {
    const headers = await answerOf<CopyHeader[]>(store('copies').getAll())
    const waiting = await answerOf<WaitingRow[]>(store('waiting').getAll())
    return headers.map((header) => ({
      header,
      waiting: waiting.filter(({ copy }) => copy === header.id).reduce((sum, { edits }) => sum + edits, 0),
    }))
  })
}

/** Takes a copy off the device when nothing waits in it; else leaves it as it is. */
export async function removeWhenKept(store: Store, id: string): Promise<void> {
  const waiting = await answerOf(store('waiting').index('copy').count(id))
  if (waiting === 0) await removeCopy(store, id)
}

/** The words that stand aside for a person in an agreement. */
export function wordsAside(
  device: DeviceStore,
  agreementId: string,
  personId: string,
): Promise<WordsAside[]> {
  return device.run(['setAside'], 'read', (store) =>
    answerOf<WordsAside[]>(store('setAside').index('copy').getAll(copyId(agreementId, personId))),
  )
}

/** Lets words go that were offered where the person finds them. */
export function forgetWordsAside(device: DeviceStore, rows: readonly number[]): Promise<void> {
  return device.run(['setAside'], 'write', async (store) => {
    for (const row of rows) await answerOf(store('setAside').delete(row))
  })
}
