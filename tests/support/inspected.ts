import { WebSocket } from 'ws'

/** Start a server with these variables to look into it while it runs. */
export const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' }

/** Megabytes that a process holds once it has collected what it does not need: JavaScript's heap, and buffers beside it. */
export type Held = { heap: number; buffers: number }

/** Has a server collect its garbage and tells what it holds. `output` is what it printed: its last start says where to ask. */
export async function heldBy(output: string): Promise<Held> {
  const address = output.match(/ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/g)?.at(-1)
  if (address === undefined) throw new Error('expected a server that was started with INSPECTED; found none')
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  let asked = 0
  const ask = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      const id = ++asked
      const onMessage = (data: Buffer) => {
        const answer = JSON.parse(data.toString()) as { id?: number; result?: unknown }
        if (answer.id !== id) return
        socket.off('message', onMessage)
        resolve(answer.result)
      }
      socket.on('message', onMessage)
      socket.send(JSON.stringify({ id, method, params }))
    })
  // Twice: what the first round finalises is gone after the second.
  for (let round = 0; round < 2; round += 1) await ask('HeapProfiler.collectGarbage')
  const expression = 'JSON.stringify(process.memoryUsage())'
  const { result } = (await ask('Runtime.evaluate', { expression })) as { result: { value: string } }
  const { heapUsed, external } = JSON.parse(result.value) as { heapUsed: number; external: number }
  socket.close()
  return { heap: heapUsed / 1e6, buffers: external / 1e6 }
}
