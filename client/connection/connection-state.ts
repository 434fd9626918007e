import type { Hold, RefusalReason, ServerNotice } from '../../shared/protocol/live.ts'
import { CLOSE, SCHEMA_VERSION, waitsForEnd } from '../../shared/protocol/live.ts'
import type { OpenedCopy } from './local-copy.ts'

export type EndReason = 'notKnown' | 'notAllowed' | 'gone'

/**
 * What is known of a live connection. `sent` and `kept` count the write messages of the connection that is open now, from 1
 * (`shared/protocol/live.ts`); everything else lasts as long as the page.
 */
export type ConnectionState = {
  link: 'connecting' | 'open' | 'offline' | 'ended'
  /** The text has been here in full at least once. Before that nothing may be drawn as if it were the document. */
  opened: boolean
  /** The connection that is open now has delivered what the server has. */
  synced: boolean
  sent: number
  kept: number
  /** Refused messages that are newer than `kept`. */
  refusedSinceKept: number[]
  /** Edits of before this connection; they travel in its first sync step 2. */
  carried: number
  /** Number of that message, once sent. */
  carriedIn: number | null
  refused: RefusalReason | null
  ended: EndReason | null
  /** Our schema is older than the server's: writing would damage what newer pages made. */
  older: boolean
  /** The server's log was put back from a copy since this page opened, or since its own copy was made. */
  restored: boolean
  /** The server knows this browser as another person than the one whose text is open here. */
  otherPerson: boolean
  /** This connection is over and the agreement has to be opened anew: what was open here is no longer what should be. */
  replaced: boolean
  /** What is written is also kept on this device, so that the page may be closed. */
  onDevice: boolean
  epoch: string | null
  role: string | null
  canWrite: boolean
  /** Why nobody may write in this text now, if so. */
  hold: Hold | null
  personId: string | null
}

/** A state without what every edit changes. */
export type StandingConnection = Omit<
  ConnectionState,
  'sent' | 'kept' | 'refusedSinceKept' | 'carried' | 'carriedIn'
>

/** What stands of a state; `before` itself when that is the same, so that what is drawn of it is not drawn anew at every edit. */
export function standingOf(state: ConnectionState, before: StandingConnection | null): StandingConnection {
  const { sent, kept, refusedSinceKept, carried, carriedIn, ...now } = state
  const isSame = before !== null && KEYS.every((key) => before[key] === now[key])
  return isSame ? before : now
}

export const initialConnection: ConnectionState = {
  link: 'connecting',
  opened: false,
  synced: false,
  sent: 0,
  kept: 0,
  refusedSinceKept: [],
  carried: 0,
  carriedIn: null,
  refused: null,
  ended: null,
  older: false,
  restored: false,
  otherPerson: false,
  replaced: false,
  onDevice: false,
  epoch: null,
  role: null,
  canWrite: false,
  hold: null,
  personId: null,
}

const { sent, kept, refusedSinceKept, carried, carriedIn, ...standing } = initialConnection
const KEYS = Object.keys(standing) as (keyof StandingConnection)[]

export type ConnectionEvent =
  /** The copy on this device was opened, with so many edits that the server has not kept. */
  | { kind: 'copyOpened'; copy: OpenedCopy }
  /** A newer version of the product made the copy on this device. */
  | { kind: 'copyTooNew' }
  /** What is written is kept on this device from now on, or no longer. */
  | { kind: 'onDevice'; isOn: boolean }
  | { kind: 'replaced' }
  | { kind: 'opened' }
  | { kind: 'synced' }
  | { kind: 'lost' }
  | { kind: 'closedForGood'; code: number }
  /** A write message went out. */
  | { kind: 'sent'; what: 'step2' | 'update' }
  /** An edit was made while nothing could be sent. */
  | { kind: 'editedOffline' }
  | { kind: 'notice'; notice: ServerNotice }

/** The state after an event. Pure. */
export function connectionReducer(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  // What is over stays over, but for leaving it behind.
  if (state.link === 'ended' && event.kind !== 'replaced') return state
  switch (event.kind) {
    case 'copyOpened':
      return afterCopy(state, event.copy)
    case 'copyTooNew':
      return { ...state, older: true }
    case 'onDevice':
      return state.onDevice === event.isOn ? state : { ...state, onDevice: event.isOn }
    case 'replaced':
      return { ...state, replaced: true }
    case 'opened':
      return { ...state, ...freshCounters, link: 'open', synced: false }
    case 'synced':
      return { ...state, synced: true, opened: true }
    case 'lost':
      return { ...state, ...freshCounters, carried: unkept(state), link: 'offline', synced: false }
    case 'closedForGood':
      return {
        ...state,
        ...freshCounters,
        carried: unkept(state),
        link: 'ended',
        ended: endReason(event.code),
      }
    case 'sent':
      return afterSending(state, event.what)
    case 'editedOffline':
      return { ...state, carried: state.carried + 1 }
    case 'notice':
      return afterNotice(state, event.notice)
  }
}

function afterCopy(state: ConnectionState, copy: OpenedCopy): ConnectionState {
  const { personId, epoch, role, canWrite, hold = null, whole, waiting } = copy
  return {
    ...state,
    personId,
    epoch,
    role,
    canWrite,
    hold,
    opened: state.opened || whole,
    onDevice: true,
    carried: state.carried + waiting,
  }
}

const freshCounters = { sent: 0, kept: 0, refusedSinceKept: [], carriedIn: null }

function endReason(code: number): EndReason {
  if (code === CLOSE.notAllowed) return 'notAllowed'
  return code === CLOSE.noSuchDocument ? 'gone' : 'notKnown'
}

function afterSending(state: ConnectionState, what: 'step2' | 'update'): ConnectionState {
  const sent = state.sent + 1
  const carriedIn = what === 'step2' && state.carriedIn === null ? sent : state.carriedIn
  return { ...state, sent, carriedIn }
}

function afterNotice(state: ConnectionState, notice: ServerNotice): ConnectionState {
  switch (notice.kind) {
    case 'welcome':
      return {
        ...state,
        older: state.older || notice.schema > SCHEMA_VERSION,
        restored: state.restored || (state.epoch !== null && state.epoch !== notice.epoch),
        otherPerson: state.otherPerson || (state.personId !== null && state.personId !== notice.personId),
        epoch: state.epoch ?? notice.epoch,
        role: notice.role,
        canWrite: notice.canWrite,
        hold: notice.hold,
        personId: state.personId ?? notice.personId,
      }
    case 'kept':
      return afterKeeping(state, notice.upTo)
    case 'refused':
      return afterRefusal(state, notice.message, notice.reason)
    case 'role':
      return { ...state, role: notice.role, canWrite: notice.canWrite, hold: notice.hold }
    case 'changed':
      return state
  }
}

function afterRefusal(state: ConnectionState, message: number, reason: RefusalReason): ConnectionState {
  const isCarrier = state.carriedIn === message
  return {
    ...state,
    refused: reason,
    refusedSinceKept: [...state.refusedSinceKept.filter((number) => number !== message), message],
    // What was refused for a passing reason goes along with the next connection.
    carried: mayPass(reason) && !isCarrier ? state.carried + 1 : state.carried,
    carriedIn: isCarrier ? null : state.carriedIn,
  }
}

function afterKeeping(state: ConnectionState, upTo: number): ConnectionState {
  const kept = Math.max(state.kept, upTo)
  const carriedIsKept = state.carriedIn !== null && state.carriedIn <= kept
  return {
    ...state,
    kept,
    refusedSinceKept: state.refusedSinceKept.filter((number) => number > kept),
    carried: carriedIsKept ? 0 : state.carried,
    refused: mayPass(state.refused) ? null : state.refused,
  }
}

/**
 * Reasons that another try mends. After any other one the text of this page holds what the server will never have, and every
 * later edit builds on it: only loading the page again helps.
 */
export function mayPass(reason: RefusalReason | null): boolean {
  return reason === 'gap' || reason === 'not_kept' || waitsForEnd(reason)
}

/** Number of edits of this page that the server has not said to have kept. */
export function unkept(state: ConnectionState): number {
  const underway = state.sent - state.kept - state.refusedSinceKept.length
  const carrierUnderway = state.carriedIn !== null && state.carriedIn > state.kept ? 1 : 0
  return state.carried + Math.max(0, underway - carrierUnderway)
}

/** The connection in one word, for the one sentence on screen. What is worst comes first. */
export type ConnectionReport =
  | { kind: 'connecting' }
  | { kind: 'notReached' }
  | { kind: 'allKept' }
  | { kind: 'keeping' }
  /** There is no connection yet, and edits of before wait for it. */
  | { kind: 'waiting'; waiting: number }
  | { kind: 'offline'; waiting: number; onDevice: boolean }
  | { kind: 'refused'; reason: RefusalReason; onDevice: boolean }
  | { kind: 'olderVersion' }
  | { kind: 'restored'; onDevice: boolean }
  | { kind: EndReason }

/** The one thing to say about a state. */
export function reportOf(state: ConnectionState): ConnectionReport {
  if (state.ended !== null) return { kind: state.ended }
  const { onDevice } = state
  if (state.restored) return { kind: 'restored', onDevice }
  if (state.refused !== null) return { kind: 'refused', reason: state.refused, onDevice }
  if (state.otherPerson) return { kind: 'refused', reason: 'foreign_client', onDevice }
  if (state.older) return { kind: 'olderVersion' }
  if (state.link === 'offline') {
    return state.opened ? { kind: 'offline', waiting: unkept(state), onDevice } : { kind: 'notReached' }
  }
  if (!state.opened) return { kind: 'connecting' }
  if (unkept(state) > 0)
    return state.link === 'open' ? { kind: 'keeping' } : { kind: 'waiting', waiting: unkept(state) }
  return state.synced ? { kind: 'allKept' } : { kind: 'connecting' }
}

/** Whether edits may be made: allowed, able, and nothing that would have to be thrown away. */
export function mayWrite(state: StandingConnection): boolean {
  return state.opened && state.canWrite && !isStuck(state)
}

/** Whether this connection can never keep anything more: it ended for good, or only loading the page again helps. */
export function isStuck(state: StandingConnection): boolean {
  const isOver = state.ended !== null || state.older || state.restored || state.otherPerson || state.replaced
  return isOver || isFinal(state.refused)
}

function isFinal(reason: RefusalReason | null): boolean {
  return reason !== null && !mayPass(reason)
}
