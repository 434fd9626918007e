import { readVarString } from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  MESSAGE,
  SCHEMA_PREFIX,
  SCHEMA_VERSION,
  type ServerNotice,
  SUBPROTOCOL,
  SYNC_PATH,
  serverNotice,
} from '../../shared/protocol/live.ts'
import {
  type ConnectionEvent,
  type ConnectionState,
  connectionReducer,
  initialConnection,
  mayPass,
} from './connection-state.ts'
import { offerLost } from './offer-lost.ts'
import { outgoingSocket } from './outgoing-socket.ts'
import { pageTransport } from './page-transport.ts'

/** One open document, shared live. */
export type LiveConnection = {
  doc: Y.Doc
  awareness: Awareness
  /** The state now; the same object until something changes. */
  getState: () => ConnectionState
  subscribe: (listener: () => void) => () => void
  /** Called for what is new outside the text: comments, akkoord, people. */
  onNotice: (listener: (notice: ServerNotice) => void) => () => void
  /** Ends the connection and forgets the document. */
  close: () => void
}

type LiveOptions = {
  /** Address of the server, `ws://…` or `wss://…`. The page's own by default. */
  server?: string
  /** Used as it is; without one the page chooses between a socket and a line over plain HTTP. */
  WebSocket?: typeof WebSocket
}

/** Wait before a refused edit is offered again on a new connection, in milliseconds. */
const RETRY_AFTER = 2500

/**
 * Opens the live document of an agreement. It starts empty and must not be drawn before `getState().opened`. Talks through the server
 * alone (no channel between tabs), reconnects by itself, and stops for good on close codes 4400-4499.
 */
export function openLive(agreementId: string, options: LiveOptions = {}): LiveConnection {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const store = createStore()
  const counted = (Base: typeof WebSocket) =>
    outgoingSocket(Base, {
      clientId: doc.clientID,
      onWrite: (what) => store.dispatch({ kind: 'sent', what }),
      encodePresence: () => presenceMessage(awareness),
    })
  const socket = options.WebSocket ? counted(options.WebSocket) : pageTransport(counted)
  const provider = new WebsocketProvider((options.server ?? pageServer()) + SYNC_PATH, agreementId, doc, {
    awareness,
    disableBc: true,
    protocols: [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`],
    WebSocketPolyfill: socket,
    connect: false,
  })
  offerLost(agreementId, provider, store.onNotice)
  const stopListening = listen(provider, store)
  provider.connect()
  return {
    doc,
    awareness,
    getState: store.getState,
    subscribe: store.subscribe,
    onNotice: store.onNotice,
    close: () => {
      stopListening()
      provider.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}

function pageServer(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`
}

function presenceMessage(awareness: Awareness): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
  return encoding.toUint8Array(encoder)
}

type Store = ReturnType<typeof createStore>

function createStore() {
  let state = initialConnection
  const listeners = new Set<() => void>()
  const noticeListeners = new Set<(notice: ServerNotice) => void>()
  const add = <T>(set: Set<T>, item: T) => {
    set.add(item)
    return () => {
      set.delete(item)
    }
  }
  return {
    getState: () => state,
    subscribe: (listener: () => void) => add(listeners, listener),
    onNotice: (listener: (notice: ServerNotice) => void) => add(noticeListeners, listener),
    dispatch(event: ConnectionEvent) {
      const next = connectionReducer(state, event)
      if (next !== state) {
        state = next
        for (const listener of listeners) listener()
      }
      if (event.kind === 'notice') for (const listener of noticeListeners) listener(event.notice)
    },
  }
}

/** Turns what the provider tells into events of the connection. Returns its stop. */
function listen(provider: WebsocketProvider, store: Store): () => void {
  let retry: ReturnType<typeof setTimeout> | null = null
  const retryLater = () => {
    if (retry !== null) return
    retry = setTimeout(() => {
      retry = null
      provider.disconnect()
      provider.connect()
    }, RETRY_AFTER)
  }
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => {
    const notice = readNotice(readVarString(decoder))
    if (notice === null) return
    store.dispatch({ kind: 'notice', notice })
    if (store.getState().restored) provider.disconnect()
    if (notice.kind === 'refused' && mayPass(notice.reason)) retryLater()
  }
  provider.on('status', ({ status }) => {
    if (status === 'connected') store.dispatch({ kind: 'opened' })
  })
  provider.on('connection-close', () => store.dispatch({ kind: 'lost' }))
  provider.on('closed', ({ code }) => store.dispatch({ kind: 'closedForGood', code }))
  provider.on('sync', (synced) => {
    if (synced) store.dispatch({ kind: 'synced' })
  })
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    const open = provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN
    if (origin !== provider && !open) store.dispatch({ kind: 'editedOffline' })
  }
  provider.doc.on('update', onUpdate)
  return () => {
    if (retry !== null) clearTimeout(retry)
    provider.doc.off('update', onUpdate)
  }
}

/** A notice of the server; null when it is not one that this version knows. */
function readNotice(text: string): ServerNotice | null {
  try {
    const parsed = serverNotice.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
