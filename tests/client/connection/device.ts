import { IDBFactory } from 'fake-indexeddb'
import * as Y from 'yjs'
import { type DeviceStore, maybeDeviceStore } from '../../../client/connection/device-store.ts'
import { createLocalCopy, FROM_COPY, type LocalCopy } from '../../../client/connection/local-copy.ts'

/** A browser's storage of its own, with the store of the product in it. */
export async function newDevice(): Promise<DeviceStore> {
  const device = await maybeDeviceStore(new IDBFactory())
  if (device === null) throw new Error('expected a store on this device; found none')
  return device
}

/** What the server says to a writer in the log "first". */
export const WELCOME = { personId: 'mark', epoch: 'first', role: 'writer', canWrite: true, hold: null }

/** One page with an agreement open: a document, its copy, and what a provider would tell it. */
export type Page = ReturnType<typeof openPage>

export function openPage(device: DeviceStore, agreementId = 'agreement') {
  const doc = new Y.Doc()
  const lost: string[] = []
  const taking = (_: Uint8Array, apply: () => void) => apply()
  const copy: LocalCopy = createLocalCopy({
    ...{ device, agreementId, doc, taking },
    onLost: () => lost.push('lost'),
  })
  const SERVER = Symbol('server')
  let message: number | null = null
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_COPY) return
    if (origin === SERVER) copy.received(update)
    else copy.edited(update, message)
  })
  return {
    doc,
    copy,
    lost,
    /** Edits go with this message of the connection from now on; null: there is no connection. */
    sendWith: (number: number | null) => {
      message = number
    },
    type: (words: string) => doc.getText('test').insert(doc.getText('test').length, words),
    text: () => doc.getText('test').toString(),
    receive: (from: Y.Doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), SERVER),
    /** Waits until everything stands on the device. */
    written: () => copy.idle(),
  }
}

/** A page that was connected once, with this text of the server. */
export async function openedPage(device: DeviceStore, text = 'Server. ', welcome = WELCOME): Promise<Page> {
  const page = openPage(device)
  await page.copy.open()
  await page.copy.begin(welcome)
  const server = new Y.Doc()
  server.getText('test').insert(0, text)
  page.receive(server)
  page.copy.whole()
  await page.written()
  return page
}
