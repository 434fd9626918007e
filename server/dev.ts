import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'

/**
 * `npm run dev`: the server starts again when its sources change, the client's pages change in place. Vite passes on what is
 * for the server; see `vite.config.ts`.
 */
const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', join(import.meta.dirname, 'main.ts')],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
const client = await createServer({ configFile: join(import.meta.dirname, '../vite.config.ts') })
await client.listen()
client.printUrls()

async function stop(): Promise<void> {
  server.kill('SIGTERM')
  await client.close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
server.on('exit', (code) => {
  if (code) process.exit(code)
})
