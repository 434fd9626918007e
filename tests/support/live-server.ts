import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { attachLines } from '../../server/http/attach-lines.ts'
import { attachLive } from '../../server/http/attach-live.ts'
import { Echoes } from '../../server/http/echoes.ts'
import type { Authorised } from '../../server/http/live-entry.ts'
import { createRooms, type Member } from '../../server/rooms/rooms.ts'
import { openStorage } from '../../server/storage/storage.ts'
import { CLOSE } from '../../shared/protocol/live.ts'

/** How long (ms) a write waits for another's lock: a test lets go of it long before, also on a busy machine. */
const PATIENT = 30_000

type Known = Omit<Member, 'ours' | 'schema'>

/**
 * Storage, rooms and sockets without the rest of the server. The bearer token is the person's name; a name that begins with
 * `reader` may only read, `stranger` is let in nowhere.
 */
export async function startLiveServer(dataDir = mkdtempSync(join(tmpdir(), 'handslag-live-')), port = 0) {
  const errors: unknown[] = []
  const storage = await openStorage({ dataDir, busyTimeout: PATIENT })
  const rooms = createRooms({ log: storage.log, onError: (error) => errors.push(error) })
  const app = Fastify({ forceCloseConnections: 'idle' })
  const echoes = new Echoes()
  const roads = { rooms, echoes, authorise, origins: ['https://handslag.test'] }
  const live = attachLive(app.server, { ...roads, heartbeat: 200 })
  const lines = await attachLines(app, {
    ...roads,
    personOf: async (headers) => maybeMember(headers)?.personId ?? null,
    times: { beat: 100, absent: 3000, farewell: 500 },
    onError: (error) => errors.push(error),
  })
  await app.listen({ port, host: '127.0.0.1' })
  const { port: listensOn } = app.server.address() as AddressInfo
  const stop = async () => {
    live.close()
    lines.close()
    echoes.close()
    await rooms.close()
    await lines.farewell()
    // A connection on which nothing was asked yet is not idle, and would be waited for.
    const cut = setTimeout(() => app.server.closeAllConnections(), 300)
    await app.close()
    clearTimeout(cut)
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
    url: `ws://127.0.0.1:${listensOn}/sync`,
    port: listensOn,
    dataDir,
    storage,
    rooms,
    live,
    lines,
    errors,
    stop,
    restart,
    remove,
  }
}

export type LiveServer = Awaited<ReturnType<typeof startLiveServer>>

async function authorise(headers: IncomingHttpHeaders, documentId: string): Promise<Authorised> {
  const member = maybeMember(headers)
  return member === null ? { close: CLOSE.notKnown } : { documentId, member }
}

function maybeMember({ authorization }: IncomingHttpHeaders): Known | null {
  const name = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
  return !name || name === 'stranger' ? null : memberCalled(name)
}

export function memberCalled(name: string): Known {
  const canWrite = !name.startsWith('reader')
  return { personId: `p_${name}`, name, partyId: null, role: canWrite ? 'writer' : 'reader', canWrite }
}
