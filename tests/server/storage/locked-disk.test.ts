import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { DATABASE_FILE } from '../../../server/storage/storage.ts'
import { LiveClient } from '../../support/live-client.ts'
import { type LiveServer, startLiveServer } from '../../support/live-server.ts'

let server: LiveServer
let other: DatabaseSync

beforeEach(async () => {
  server = await startLiveServer()
  await server.rooms.create('d1', Y.encodeStateAsUpdate(new Y.Doc()), 'p_maker')
  other = new DatabaseSync(join(server.dataDir, DATABASE_FILE), { timeout: 5000 })
})
afterEach(async () => {
  other.close()
  await server.remove()
})

test('while another program holds the database a record waits for it, and live rooms go on', async () => {
  const [ann, bob] = ['ann', 'bob'].map(
    (name) => new LiveClient(`${server.url}/d1`, { authorization: `Bearer ${name}` }),
  ) as [LiveClient, LiveClient]
  await Promise.all([ann.synced, bob.synced])
  other.exec('begin immediate')
  let outcome = 'waits'
  const record = server.storage.records.deleteFrom('log_epoch').where('epoch', '=', 'none')
  const writing = record.execute().then(
    () => {
      outcome = 'kept'
    },
    () => {
      outcome = 'refused'
    },
  )
  ann.show({ place: 'here' })
  await expect.poll(() => bob.presence.length).toBeGreaterThan(0)
  expect(outcome).toBe('waits')
  other.exec('rollback')
  await writing
  expect(outcome).toBe('kept')
  for (const client of [ann, bob]) client.close()
})
