import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Authorised, attachLive, documentIdOf } from '../../server/http/attach-live.ts'
import { createRooms, type Member } from '../../server/rooms/rooms.ts'
import { openStorage } from '../../server/storage/storage.ts'
import { CLOSE } from '../../shared/protocol/live.ts'

type Known = Omit<Member, 'ours' | 'schema'>

/**
 * Storage, rooms and sockets without the rest of the server. The bearer token is the person's name; a name that begins with
 * `reader` may only read, `stranger` is let in nowhere.
 */
export async function startLiveServer(dataDir = mkdtempSync(join(tmpdir(), 'handslag-live-'))) {
  const errors: unknown[] = []
  const storage = await openStorage({ dataDir })
  const rooms = createRooms({ log: storage.log, onError: (error) => errors.push(error) })
  const http = createServer((_, response) => response.end())
  const live = attachLive(http, { rooms, authorise, origins: ['https://handslag.test'], heartbeat: 200 })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const stop = async () => {
    live.close()
    await rooms.close()
    await new Promise((resolve) => http.close(resolve))
    await storage.close()
  }
  const restart = async () => {
    await stop()
    return await startLiveServer(dataDir)
  }
  const remove = async () => {
    await stop()
    rmSync(dataDir, { recursive: true })
  }
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    port,
    dataDir,
    storage,
    rooms,
    live,
    errors,
    stop,
    restart,
    remove,
  }
}

export type LiveServer = Awaited<ReturnType<typeof startLiveServer>>

async function authorise(request: IncomingMessage): Promise<Authorised> {
  const name = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!name || name === 'stranger') return { close: CLOSE.notKnown }
  return { documentId: documentIdOf(request) ?? '', member: memberCalled(name) }
}

export function memberCalled(name: string): Known {
  const canWrite = !name.startsWith('reader')
  return { personId: `p_${name}`, name, partyId: null, role: canWrite ? 'writer' : 'reader', canWrite }
}
