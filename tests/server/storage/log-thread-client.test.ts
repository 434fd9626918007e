import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { createRooms } from '../../../server/rooms/rooms.ts'
import { LogThreadClient } from '../../../server/storage/sqlite/log-thread-client.ts'
import { SqliteLog } from '../../../server/storage/sqlite/sqlite-log.ts'
import { DATABASE_FILE, openStorage } from '../../../server/storage/storage.ts'
import { HandClock } from '../../support/hand-clock.ts'
import { LivePeer, member } from '../../support/live-peer.ts'

/** A thread starts slowly on a busy machine. */
const PATIENT = { timeout: 30_000 }

let folder: string
let threads: Worker[]
let log: SqliteLog

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handslag-thread-'))
  await (await openStorage({ dataDir: folder })).close()
  threads = []
  const start = (workerData: object) => {
    const url = new URL('../../../server/storage/sqlite/log-thread.ts', import.meta.url)
    const thread = new Worker(url, { workerData })
    threads.push(thread)
    return thread
  }
  log = new SqliteLog(
    new LogThreadClient({ file: join(folder, DATABASE_FILE), busyTimeout: 2000 }, { start, pause: 0 }),
    'epoch',
  )
})
afterEach(async () => {
  await log.close()
  rmSync(folder, { recursive: true })
})

const entry = (text: string) => {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, text)
  return { personId: 'p1', at: 1, bytes: Y.encodeStateAsUpdate(doc) }
}

test('what the thread was given when it died is refused as not kept, and the next goes to a new thread', async () => {
  await log.create('d1', entry('begin'))
  const underWay = log.append('d1', entry('lost'))
  const outcome = underWay.then(
    () => 'kept',
    (error: Error) => error.name,
  )
  await threads[0]?.terminate()
  expect(await outcome).toMatch(/^(NotKept|kept)$/)
  expect(await log.append('d1', entry('after'))).toBeGreaterThan(1)
  expect(threads).toHaveLength(2)
})

test('when the thread dies under a room its writers are told, and all goes on by itself', async () => {
  const clock = new HandClock()
  const rooms = createRooms({ log, clock })
  await rooms.create('d1', Y.encodeStateAsUpdate(new Y.Doc()), 'p_maker')
  const ann = new LivePeer(rooms, member('ann'))
  const passed = () => {
    ann.pair.deliverToServer()
    ann.receive()
    clock.advance(LIMITS.askAgainAfter)
    return ann
  }
  await expect.poll(() => passed().notices.length, PATIENT).toBeGreaterThan(0)
  await threads[0]?.terminate()
  ann.type('written meanwhile')
  await expect.poll(() => passed().keptUpTo, PATIENT).toBeGreaterThan(1)
  expect(await rooms.read('d1', (doc) => doc.getText('text').toString())).toBe('written meanwhile')
  expect(threads).toHaveLength(2)
  await rooms.close()
})
