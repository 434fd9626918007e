import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { newDocument } from '../../shared/document/new-document.ts'
import {
  MESSAGE,
  SCHEMA_PREFIX,
  SCHEMA_VERSION,
  type ServerNotice,
  SUBPROTOCOL,
  SYNC_PATH,
} from '../../shared/protocol/live.ts'
import type { ConnectionState } from './connection-state.ts'
import type { DeviceStore } from './device-store.ts'
import { followLink, type Link, openCopy } from './live-link.ts'
import { createLiveStore } from './live-store.ts'
import { offerLost } from './offer-lost.ts'
import { type OutgoingListener, outgoingSocket } from './outgoing-socket.ts'
import { pageTransport } from './page-transport.ts'
import { createReconnect, followWakings, type Line } from './reconnect.ts'

/** One open document, shared live. */
export type LiveConnection = {
  doc: Y.Doc
  awareness: Awareness
  /** The state now; the same object until something changes. */
  getState: () => ConnectionState
  subscribe: (listener: () => void) => () => void
  /** Called for what is new outside the text: comments, akkoord, people. */
  onNotice: (listener: (notice: ServerNotice) => void) => () => void
  /** Whether all that was written stands on this device, so that closing the page loses nothing. */
  isOnDevice: () => boolean
  /** Ends the connection and forgets the document. */
  close: () => void
}

type LiveOptions = {
  /** Address of the server, `ws://…` or `wss://…`. The page's own by default. */
  server?: string
  /** Used as it is; without one the page chooses between a socket and a line over plain HTTP. */
  WebSocket?: typeof WebSocket
  /** The store for a copy of the document on this device. None by default. */
  device?: Promise<DeviceStore | null>
}

/**
 * Opens the live document of an agreement. It starts with the copy on this device, or empty, and must not be drawn before
 * `getState().opened`. Talks through the server alone (no channel between tabs), reconnects by itself, and stops for good on close
 * codes 4400-4499. No edit goes out before the server has said who this is and which log it has: what is open here must belong to both.
 */
export function openLive(agreementId: string, options: LiveOptions = {}): LiveConnection {
  const doc = newDocument()
  const awareness = new Awareness(doc)
  const store = createLiveStore()
  const counted = (Base: typeof WebSocket) =>
    outgoingSocket(
      Base,
      outgoingOf(() => link, awareness),
    )
  const provider = new WebsocketProvider((options.server ?? pageServer()) + SYNC_PATH, agreementId, doc, {
    awareness,
    disableBc: true,
    protocols: [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`],
    WebSocketPolyfill: options.WebSocket ? counted(options.WebSocket) : pageTransport(counted),
    connect: false,
  })
  // It drops a line that was silent for half a minute without asking: in a hidden tab, whose clock goes once a minute, each time.
  clearInterval(provider._checkInterval)
  const lostOffers = offerLost(agreementId, provider, store.onNotice)
  const link: Link = { agreementId, doc, store, lostOffers, isWelcome: false, device: null, copy: null }
  const reconnect = createReconnect(lineOf(provider))
  const closing = [followLink(link, provider, reconnect), reconnect.stop]
  let isClosed = false
  const start = async () => {
    await openCopy(link, (await options.device) ?? null)
    if (isClosed) return
    closing.push(
      followWakings(reconnect.check),
      followLeaving(() => link.copy?.hurry()),
    )
    reconnect.start()
  }
  void start()
  return {
    doc,
    awareness,
    getState: store.getState,
    subscribe: store.subscribe,
    onNotice: store.onNotice,
    isOnDevice: () => link.copy?.isWritten() ?? false,
    close: () => {
      isClosed = true
      for (const stop of closing.splice(0)) stop()
      provider.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}

/** Tells when the page is left. Returns its stop. */
function followLeaving(tell: () => void): () => void {
  globalThis.addEventListener?.('pagehide', tell)
  return () => globalThis.removeEventListener?.('pagehide', tell)
}

function pageServer(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`
}

/** The provider as a line that tries only when it is told to. */
function lineOf(provider: WebsocketProvider): Line {
  const { awareness } = provider
  return {
    connect: () => provider.connect(),
    drop: () => provider.disconnect(),
    isOpen: () => provider.wsconnected,
    // The server repeats one's own presence to its sender (PR6 in server/rooms/SPEC.md).
    ask: () => awareness.setLocalState(awareness.getLocalState() ?? {}),
    heard: () => provider.wsLastMessageReceived,
  }
}

/** The link is made of the provider, which asks for its socket at once: so it comes later. */
function outgoingOf(link: () => Link, awareness: Awareness): OutgoingListener {
  return {
    clientId: awareness.clientID,
    mayWrite: () => link().isWelcome,
    onWrite: (what) => {
      const { store, copy } = link()
      store.dispatch({ kind: 'sent', what })
      if (what === 'step2') copy?.carried(store.getState().sent)
    },
    encodePresence: () => presenceMessage(awareness),
  }
}

function presenceMessage(awareness: Awareness): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
  return encoding.toUint8Array(encoder)
}
