import { readVarString } from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { CLOSE, MESSAGE, type ServerNotice, serverNotice, waitsForEnd } from '../../shared/protocol/live.ts'
import { mayPass, unkept } from './connection-state.ts'
import { forgetPerson, setPerson } from './device-person.ts'
import type { DeviceStore } from './device-store.ts'
import { endAccess } from './end-access.ts'
import type { LiveStore } from './live-store.ts'
import { createLocalCopy, FROM_COPY, type LocalCopy } from './local-copy.ts'
import { offerAside } from './offer-aside.ts'
import type { LostOffers } from './offer-lost.ts'
import type { Reconnect } from './reconnect.ts'

/** One open document with its state and its copy on this device. */
export type Link = {
  agreementId: string
  doc: Y.Doc
  store: LiveStore
  lostOffers: LostOffers
  /** The server has said who this is on the connection that is open now, and it fits what is open here. */
  isWelcome: boolean
  device: DeviceStore | null
  copy: LocalCopy | null
}

/** Fills the document with the copy on this device, if there is one, and has it follow. Never rejects. */
export async function openCopy(link: Link, device: DeviceStore | null): Promise<void> {
  if (device === null) return
  const { agreementId, doc, store, lostOffers } = link
  const onLost = () => store.dispatch({ kind: 'onDevice', isOn: false })
  const copy = createLocalCopy({ device, agreementId, doc, taking: lostOffers.taking, onLost })
  link.device = device
  link.copy = copy
  const opened = await copy.open()
  if (opened === 'tooNew') store.dispatch({ kind: 'copyTooNew' })
  if (opened === 'tooNew' || opened === null) return
  lostOffers.belongsTo(opened.personId)
  store.dispatch({ kind: 'copyOpened', copy: opened })
}

/** Wait before a refused edit is offered again on a new connection, in milliseconds. */
const RETRY_AFTER = 2500

/** Turns what the provider tells into events of the connection, and keeps the copy beside it. Returns its stop. */
export function followLink(link: Link, provider: WebsocketProvider, reconnect: Reconnect): () => void {
  const { store, doc } = link
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => {
    const notice = maybeNotice(readVarString(decoder))
    if (notice !== null) onNotice(link, provider, reconnect, notice)
  }
  provider.on('status', ({ status }) => {
    if (status === 'connected') store.dispatch({ kind: 'opened' })
  })
  provider.on('connection-close', (event) => {
    // When to try again is for `reconnect`: the provider's own tries come in one wave.
    provider.shouldConnect = false
    link.isWelcome = false
    if (event?.code === CLOSE.tooLarge) onTooLarge(link)
    link.copy?.lineLost()
    store.dispatch({ kind: 'lost' })
    if (event?.code === CLOSE.tooLarge) reconnect.stop()
    else reconnect.lost()
  })
  provider.on('closed', ({ code }) => {
    reconnect.stop()
    store.dispatch({ kind: 'closedForGood', code })
    void letGo(link, code).catch(() => {})
  })
  provider.on('sync', (synced) => {
    if (!synced) return
    reconnect.good()
    store.dispatch({ kind: 'synced' })
    link.copy?.whole()
  })
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_COPY) return
    if (origin === provider) link.copy?.received(link.lostOffers.asMade(update))
    else onEdit(link, provider, update)
  }
  doc.on('update', onUpdate)
  return () => doc.off('update', onUpdate)
}

/** The server ends a connection that sends a message over its bound, without a notice; the same message would end the next one. */
function onTooLarge({ store, copy }: Link): void {
  const message = store.getState().sent
  store.dispatch({ kind: 'notice', notice: { kind: 'refused', message, reason: 'too_large' } })
  copy?.refusedForGood('too_large')
}

/** The provider heard of the edit first: when it can send, its message has gone and has been counted. */
function onEdit({ store, copy, isWelcome }: Link, provider: WebsocketProvider, update: Uint8Array): void {
  const isSent = isWelcome && provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN
  if (!isSent) store.dispatch({ kind: 'editedOffline' })
  copy?.edited(update, isSent ? store.getState().sent : null)
}

function onNotice(link: Link, provider: WebsocketProvider, reconnect: Reconnect, notice: ServerNotice): void {
  const { store, copy } = link
  store.dispatch({ kind: 'notice', notice })
  switch (notice.kind) {
    case 'welcome': {
      const { restored, otherPerson } = store.getState()
      if (!restored && !otherPerson) return welcome(link, notice)
      // At once: the next message would be answered with all that is open here.
      reconnect.stop()
      provider.disconnect()
      void leaveBehind(link, notice.personId).catch(() => {})
      return
    }
    case 'kept':
      return copy?.kept(notice.upTo)
    case 'refused':
      copy?.refused(notice.message)
      // The server asks for it again once the text takes writes.
      if (waitsForEnd(notice.reason)) return
      if (mayPass(notice.reason)) reconnect.again(RETRY_AFTER)
      // An older page is taken by reloading it: its edits are good then.
      else if (notice.reason !== 'older_schema') copy?.refusedForGood(notice.reason)
      return
    case 'role':
      return copy?.role({ role: notice.role, canWrite: notice.canWrite, hold: notice.hold })
    case 'changed':
      return
  }
}

type Welcome = Extract<ServerNotice, { kind: 'welcome' }>

function welcome(link: Link, { personId, epoch, role, canWrite, hold }: Welcome): void {
  const { agreementId, store, copy, device } = link
  link.isWelcome = true
  if (store.getState().older) return copy?.stop()
  const begin = async () => {
    if (copy === null) return
    const fits = await copy.begin({ personId, epoch, role, canWrite, hold })
    store.dispatch(fits ? { kind: 'onDevice', isOn: copy.isAlive() } : { kind: 'replaced' })
    if (fits && device !== null) await offerAside(device, agreementId, personId)
  }
  // Words that could not be offered now stand aside until the next time.
  void begin().catch(() => {})
}

/**
 * What is open here belongs to another state of the server, or to another person: it must not go out. Words that were never sent are
 * kept aside first; where that cannot be, the page stays as it is and says so.
 */
async function leaveBehind({ store, device, copy }: Link, personId: string): Promise<void> {
  const { restored, otherPerson } = store.getState()
  if (copy === null || !copy.isAlive()) {
    if (unkept(store.getState()) > 0) return
  } else if (otherPerson) {
    await copy.finish()
  } else if (restored) {
    await copy.setAside('restored')
  }
  if (device !== null) await setPerson(device, personId)
  store.dispatch({ kind: 'replaced' })
}

/** The server ended it for good: what this device holds goes with it, but for words that were never sent. */
async function letGo({ agreementId, store, device, copy }: Link, code: number): Promise<void> {
  const { personId } = store.getState()
  await copy?.finish()
  if (device === null) return
  const isOver = code === CLOSE.notAllowed || code === CLOSE.noSuchDocument
  if (!isOver) await forgetPerson(device)
  else if (personId !== null) {
    await endAccess(device, agreementId, personId)
    await offerAside(device, agreementId, personId)
  }
}

/** A notice of the server; null when it is not one that this version knows. */
function maybeNotice(text: string): ServerNotice | null {
  try {
    const parsed = serverNotice.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
