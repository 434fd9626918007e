import { once } from 'node:events'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A client as others build it: nothing of ours but the address and a credential. */
export type StockClient = { doc: Y.Doc; provider: WebsocketProvider; close: () => void }

/** Opens an agreement with y-websocket's own provider and answers when it is in sync. */
export async function openStockClient(
  url: string,
  agreementId: string,
  headers: Record<string, string>,
): Promise<StockClient> {
  class SocketWithHeaders extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, agreementId, doc, {
    WebSocketPolyfill: SocketWithHeaders as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve, reject) => {
    provider.once('sync', () => resolve())
    provider.once('connection-close', (event) => reject(new Error(`closed with ${event?.code}`)))
  })
  const close = () => {
    provider.destroy()
    doc.destroy()
  }
  return { doc, provider, close }
}

/** The code with which the server closes a connection that it does not let in. */
export async function closeCodeOf(
  url: string,
  agreementId: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${agreementId}`, { headers })
  const [code] = await once(socket, 'close')
  return code as number
}

/** Waits until `holds` is true of the document; looks again at every change. */
export function untilDoc(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
