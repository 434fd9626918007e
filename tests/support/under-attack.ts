import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { AttackName, Outcome } from './attacks.ts'
import type { FloodName } from './floods.ts'
import { LiveClient } from './live-client.ts'
import { startServer, type TestServer, type TestServerOptions } from './test-server.ts'

/** Two honest people in a room, of whom one types a letter as soon as the other has the last one. */
class Echo {
  readonly speaker: LiveClient
  readonly listener: LiveClient
  #sentAt = 0
  #letters = 0
  #longest = 0

  constructor(address: string, headers: Record<string, string>) {
    this.speaker = new LiveClient(address, headers)
    this.listener = new LiveClient(address, headers)
    this.listener.doc.on('update', () => this.#onHeard())
  }

  async start(): Promise<void> {
    await Promise.all([this.speaker.synced, this.listener.synced])
    this.#say()
  }

  get letters(): number {
    return this.#letters
  }

  /** The longest time (ms) from a letter to its arrival since this was asked last, one that is still on its way included. */
  takeLongest(): number {
    const longest = Math.max(this.#longest, performance.now() - this.#sentAt)
    this.#longest = 0
    return longest
  }

  close(): void {
    this.speaker.close()
    this.listener.close()
  }

  #say(): void {
    this.#sentAt = performance.now()
    this.speaker.doc.getArray('echo').delete(0, this.speaker.doc.getArray('echo').length)
    this.speaker.doc.getArray('echo').push([this.#letters])
  }

  #onHeard(): void {
    if (this.listener.doc.getArray('echo').get(0) !== this.#letters) return
    this.#longest = Math.max(this.#longest, performance.now() - this.#sentAt)
    this.#letters += 1
    setTimeout(() => this.#say(), 5)
  }
}

/** Somebody who was let into the room, or nobody that the server knows. */
export type Attacker = 'participant' | 'stranger'

export type UnderAttack = {
  server: TestServer
  /** The room that the attacker is let into, and one that it is not. */
  echoes: { near: Echo; far: Echo }
  /** Attacks once; gives what came of it, and the longest time (ms) that a letter of honest people took meanwhile. */
  attack(name: AttackName | FloodName, by?: Attacker, isLong?: boolean): Promise<Outcome & { stall: number }>
  /** Kills the server (-9) and starts it again; the honest people come back with what they have. */
  kill(): Promise<void>
  /** More agreements, for people who come and go. */
  agreements(count: number): Promise<string[]>
  headers: Record<string, string>
  /** The agreement of the near room, and a link into it for who writes. */
  near: { id: string; invitation: string }
  stop(): Promise<void>
}

/** A real server with two rooms of honest people in it, and an attacker who was invited to one of them. */
export async function startUnderAttack(options: TestServerOptions = {}): Promise<UnderAttack> {
  const server = await startServer(options)
  const token = await server.token()
  const headers = { authorization: `Bearer ${token}` }
  const [near, far] = [await create(server, token), await create(server, token)]
  const meet = async () => {
    const met = { near: new Echo(near.address, headers), far: new Echo(far.address, headers) }
    await Promise.all([met.near.start(), met.far.start()])
    return met
  }
  let echoes = await meet()
  const cookie = await server.joinAs(near.invitation, 'Mallory')
  const attacker = fork(join(import.meta.dirname, 'attacker.ts'))
  return {
    server,
    get echoes() {
      return echoes
    },
    headers,
    near,
    agreements: (count) =>
      Promise.all(Array.from({ length: count }, async () => (await create(server, token)).address)),
    kill: async () => {
      for (const echo of Object.values(echoes)) echo.close()
      await server.restart('SIGKILL')
      echoes = await meet()
    },
    attack: async (name, by = 'participant', isLong = false) => {
      const victim = echoes.near.speaker.doc.clientID
      const target = {
        address: near.address,
        headers: by === 'participant' ? { cookie } : {},
        victim,
        isLong,
      }
      for (const echo of Object.values(echoes)) echo.takeLongest()
      const outcome = await answerOf(attacker, { name, target })
      return { ...outcome, stall: Math.max(...Object.values(echoes).map((echo) => echo.takeLongest())) }
    },
    stop: async () => {
      attacker.disconnect()
      for (const echo of Object.values(echoes)) echo.close()
      await server.stop()
    },
  }
}

type Room = { id: string; address: string; invitation: string }

async function create(server: TestServer, token: string): Promise<Room> {
  const { id, invitations } = await server.createAgreement({ templateId: 'coop_youth' }, token)
  const invitation = invitations.find(({ role }) => role === 'writer')?.url ?? ''
  return { id, address: `${server.url.replace('http', 'ws')}/sync/${id}`, invitation }
}

function answerOf(attacker: ChildProcess, attack: object): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the attacker ended'))
    attacker.once('exit', onExit)
    attacker.once('message', (outcome) => {
      attacker.off('exit', onExit)
      resolve(outcome as Outcome)
    })
    attacker.send(attack)
  })
}
