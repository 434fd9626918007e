import { ensureClient } from './client-build.ts'

/** `npm start`: the client as it is now, then the server. */
try {
  await ensureClient()
} catch (error) {
  process.stderr.write(
    `The client could not be built: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exit(1)
}
await import('./main.ts')
