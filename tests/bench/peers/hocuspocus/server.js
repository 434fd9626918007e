import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'
import { tellUsage } from '../usage.js'

/** Hocuspocus with its SQLite extension, as its documentation sets it up. `server.js <folder>`; tells its port over IPC. */
const database = join(process.argv[2] ?? '.', 'hocuspocus.sqlite')
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database })],
})
await server.listen()
process.send?.({ port: server.address.port })
tellUsage()
