import { ensureClient } from '../../server/client-build.ts'

/** Before the scenarios, once: the client is built, so that servers started side by side find it and none builds over another. */
export default async function buildClient(): Promise<void> {
  await ensureClient()
}
