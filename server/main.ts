import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { isLocalServer } from './access/start-here.ts'
import { type Config, readConfig } from './config/config.ts'
import { createHttpServer } from './http/http-server.ts'
import { openParts, type Parts } from './parts.ts'
import { sayWhyNot } from './say-why-not.ts'

const CLIENT_FOLDER = join(import.meta.dirname, '../dist/client')

/** Config → parts → listen; answers with what stops it all again, in order. */
async function run(): Promise<() => Promise<void>> {
  const config = readConfig(process.env, process.cwd())
  const parts = await openParts(config)
  try {
    const app = await serve(config, parts)
    await tellAddress(config, parts, app)
    return () => stop(app, parts)
  } catch (error) {
    await parts.close()
    throw error
  }
}

async function serve(config: Config, parts: Parts): Promise<FastifyInstance> {
  const site = { listenHost: config.host, publicUrl: config.publicUrl }
  const clientFolder = existsSync(join(CLIENT_FOLDER, 'index.html')) ? CLIENT_FOLDER : null
  const app = await createHttpServer({
    ...parts,
    site,
    clientFolder,
    liveSessions: () => parts.rooms.sessions(),
  })
  await app.listen({ host: config.host, port: config.port })
  return app
}

/** No new requests, then what is open is finished and kept, then the files are let go. */
async function stop(app: FastifyInstance, parts: Parts): Promise<void> {
  await parts.rooms.close()
  await app.close()
  await parts.close()
}

/** The one line people need: where to go. Away from this machine it carries the first member's one-time link. */
async function tellAddress(config: Config, parts: Parts, app: FastifyInstance): Promise<void> {
  const address = config.publicUrl ?? listenAddress(config.host, app.server.address() as AddressInfo)
  const secret = isLocalServer(config.host, config.publicUrl) ? null : await parts.people.maybeStartLink()
  process.stdout.write(`Handslag: ${address}/${secret ? `start#${secret}` : ''}\n`)
}

/** "All addresses" is not an address one can open. */
function listenAddress(host: string, { port }: AddressInfo): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
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
