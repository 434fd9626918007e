import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { isLocalServer } from './access/start-here.ts'
import { addressOf } from './address.ts'
import { type Config, readConfig } from './config/config.ts'
import { attachLines } from './http/attach-lines.ts'
import { attachLive } from './http/attach-live.ts'
import { authoriseLive, personOfRequest } from './http/authorise-live.ts'
import { Echoes } from './http/echoes.ts'
import { Guesses } from './http/guesses.ts'
import { createHttpServer } from './http/http-server.ts'
import { complainTo, type Log } from './log.ts'
import { openParts, type Parts } from './parts.ts'
import { sayWhyNot } from './say-why-not.ts'
import { holdFolder } from './storage/folder-hold.ts'
import { finishRestore } from './storage/restore.ts'
import { VERSION } from './version.ts'
import { watchCredentials } from './watch-credentials.ts'

const CLIENT_FOLDER = join(import.meta.dirname, '../dist/client')

/** How long (ms) open connections get to say goodbye. */
const FAREWELL = 3000

type Roads = { letNobodyIn: () => void; farewell: () => Promise<void> }
type Serving = { app: FastifyInstance; roads: Roads }

/** Config → parts → listen; answers with what stops it all again, in order. */
async function run(): Promise<() => Promise<void>> {
  const config = readConfig(process.env, process.cwd())
  for (const remark of config.remarks) process.stderr.write(`${remark}\n`)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const letGo = holdFolder(config.dataDir)
  await finishRestore(config.dataDir)
  const parts = await openParts(config)
  const serving = await serve(config, parts)
  await tellAddress(config, parts, serving.app)
  const { log } = parts
  const onError = complainTo(log, 'what is due could not be done')
  const stopLooking = [parts.deletion.keepLooking(), watchCredentials(parts.rooms, parts.people, onError)]
  dieOfSurprises(log)
  log.info({ version: VERSION, node: process.versions.node }, 'started')
  return async () => {
    log.info('stopping')
    for (const stopOne of stopLooking) stopOne()
    parts.readiness.close()
    const before = await parts.figures.notKept()
    await stop(serving, parts)
    letGo()
    sayHowItEnded(log, (await parts.figures.notKept()) - before)
  }
}

/** What the disk refused is still with who wrote it, and is sent again when the server is back. */
function sayHowItEnded(log: Log, notKept: number): void {
  if (notKept === 0) log.info('stopped: all that was sent is kept')
  else
    log.error({ notKept }, 'stopped: not all that was sent is kept; who wrote it was told and has it still')
}

async function serve(config: Config, parts: Parts): Promise<Serving> {
  const { rooms } = parts
  const ownAddress = () => addressOf(config, (app.server.address() as AddressInfo).port)
  const site = { listenHost: config.host, publicUrl: config.publicUrl, address: () => ownAddress() }
  const clientFolder = existsSync(join(CLIENT_FOLDER, 'index.html')) ? CLIENT_FOLDER : null
  const app = await createHttpServer({
    ...parts,
    registry: parts.figures.registry,
    whyNotReady: parts.readiness.whyNot,
    site,
    clientFolder,
    guesses: new Guesses(),
    endLive: (session) => rooms.endCredentials({ tokens: new Set(), sessions: new Set([session]) }),
    tellPeopleChanged: (agreementId) => rooms.tell(agreementId, { kind: 'changed', what: 'participants' }),
  })
  const roads = await openLiveRoads(app, config, parts)
  await app.listen({ host: config.host, port: config.port })
  return { app, roads }
}

/** Sockets, and lines over plain HTTP for networks that let none through. Gives what closes both. */
async function openLiveRoads(app: FastifyInstance, config: Config, parts: Parts): Promise<Roads> {
  const { rooms, log, figures } = parts
  const echoes = new Echoes()
  const options = {
    rooms,
    echoes,
    authorise: authoriseLive(parts),
    origins: config.publicUrl ? [config.publicUrl] : [],
    onError: complainTo(log, 'a connection had trouble'),
  }
  const sockets = attachLive(app.server, { ...options, isBehindProxy: config.publicUrl !== null })
  const lines = await attachLines(app, { ...options, personOf: personOfRequest(parts) })
  figures.watch('handslag_live_sessions', 'People at work in agreements, one for each page', () =>
    rooms.sessions(),
  )
  figures.watch('handslag_open_documents', 'Documents in memory', () => rooms.documents())
  const connections = () => ({ socket: sockets.connections(), line: lines.connections() })
  figures.watch('handslag_live_connections', 'Live connections by the road they take', connections, 'road')
  return {
    letNobodyIn: () => {
      sockets.close()
      lines.close()
      echoes.close()
    },
    farewell: lines.farewell,
  }
}

/** Nobody new, then what people sent is kept and their connections end and hear why, then the files are let go. */
async function stop({ app, roads }: Serving, parts: Parts): Promise<void> {
  roads.letNobodyIn()
  await parts.rooms.close()
  await roads.farewell()
  // Somebody who is gone without a word never answers the farewell; all that was sent is on disk by now.
  await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, FAREWELL))])
  await parts.close()
}

/** The one line people need: where to go. Away from this machine it carries the first member's one-time link. */
async function tellAddress(config: Config, parts: Parts, app: FastifyInstance): Promise<void> {
  const address = addressOf(config, (app.server.address() as AddressInfo).port)
  const secret = (await needsStartLink(config, parts)) ? await parts.people.maybeStartLink() : null
  process.stdout.write(`Handslag: ${address}/${secret ? `#${secret}` : ''}\n`)
}

/** A fault of ours ends the process as it would by itself, but is logged without what it quotes; what was told to be kept is on disk. */
function dieOfSurprises(log: Log): void {
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'a fault in Handslag itself')
    process.exit(1)
  })
}

/** Away from this machine, as long as the first member has no other way in. */
async function needsStartLink({ host, publicUrl }: Config, { accounts }: Parts): Promise<boolean> {
  return !isLocalServer(host, publicUrl) && !(await accounts.firstCanSignIn())
}

function stopOnSignal(stopAll: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) return
    stopping = true
    stopAll().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`Handslag did not stop well: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

try {
  stopOnSignal(await run())
} catch (error) {
  sayWhyNot(error)
  process.exit(1)
}
