import type { connection as nl } from '../nl/connection.ts'

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)
const wait = (count: number) => (count === 1 ? 'Your change waits' : 'Your changes wait')
const waiting = (count: number) => `${changes(count)} ${count === 1 ? 'waits' : 'wait'}`

export const connection: typeof nl = {
  label: 'Keeping',
  connecting: 'We are connecting.',
  notReached: 'No connection. We keep trying.',
  allKept: 'All kept.',
  keeping: 'Keeping your changes.',
  waiting: (count) => `${wait(count)} (${count}). We are connecting.`,
  offline: {
    none: 'No connection, you can go on writing.',
    waiting: (count) => `No connection, you can go on writing. ${wait(count)} on this device (${count}).`,
  },
  offlineOpen: {
    none: 'No connection. You can go on writing, but do not close this page.',
    waiting: (count) =>
      `No connection. You can go on writing, but do not close this page: ${changes(count)} not kept yet.`,
  },
  olderVersion: 'There is a new version. Reload the page.',
  restored: 'The server went back to an earlier state. Reload the page; first copy what you just wrote.',
  restoredOnDevice: 'The server went back to an earlier state. We are opening that now.',
  notKnown: 'You are no longer signed in here. Open the link of your invitation again.',
  notAllowed: 'You no longer take part in this agreement.',
  gone: 'This agreement is no longer here.',
  line: {
    notReached: 'No connection. We keep trying.',
    waiting: (count) => `${waiting(count)}. We are connecting.`,
    offline: {
      none: 'No connection. You can go on writing.',
      waiting: (count) => `${waiting(count)} on this device.`,
    },
    offlineOpen: {
      none: 'No connection. Keep this page open.',
      waiting: (count) => `Keep this page open: ${count} not kept.`,
    },
  },
  short: {
    connecting: 'Connecting',
    notReached: 'No connection',
    allKept: 'Kept',
    keeping: 'Keeping',
    waiting: (count) => `${count} waiting`,
    offline: 'No connection',
    refused: 'Not kept',
    olderVersion: 'New version',
    restored: 'Attention',
    ended: 'Stopped',
  },
  refused: {
    archived:
      'Not kept yet: this agreement is in the archive. Your words wait on this page until it is taken back. Do not close it.',
    fixed: 'Not kept: the text was just fixed. Copy what you just wrote and reload the page.',
    read_only: 'Not kept: you can only read here. Copy what you just wrote and reload the page.',
    older_schema: 'Not kept: there is a new version. Copy what you just wrote and reload the page.',
    malformed: 'Your last change was not kept. Copy what you just wrote and reload the page.',
    gap: 'Your last change is not kept yet. We are trying again.',
    too_large: 'Not kept: this is too much text at once. Reload the page and paste it in smaller parts.',
    not_kept: 'The server cannot keep changes now. We keep trying. Do not close this page.',
    foreign_client:
      'Not kept: this page belonged to somebody else. Copy what you just wrote and reload the page.',
  },
  refusedOnDevice: {
    archived:
      'Not kept yet: this agreement is in the archive. Your words wait on this device until it is taken back.',
    fixed: 'Not kept: the text is fixed. Reload the page; you will get your words back.',
    read_only: 'Not kept: you can only read here. Reload the page; you will get your words back.',
    older_schema: 'There is a new version. Reload the page; what you just wrote goes along.',
    malformed: 'Your last change was not kept. Reload the page; you will get your words back.',
    gap: 'Your last change is not kept yet; it stands on this device. We are trying again.',
    too_large:
      'Not kept: this is too much text at once. Reload the page; you will get your words back. Paste them in smaller parts.',
    not_kept: 'The server cannot keep changes now. Your changes stand on this device. We keep trying.',
    foreign_client:
      'Not kept: this page belonged to somebody else. Reload the page; you will get your words back.',
  },
}
