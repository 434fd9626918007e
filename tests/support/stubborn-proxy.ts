import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type StubbornProxy = { url: string; upgrades: () => number; stop: () => Promise<void> }

/**
 * A proxy as one meets in a large office: it knows no upgrades, and `holdsUp` says whether it passes an answer on only when it is
 * complete.
 */
export async function startStubbornProxy(target: string, { holdsUp = false } = {}): Promise<StubbornProxy> {
  let upgrades = 0
  const { hostname, port } = new URL(target)
  const proxy = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming
    const through = ask({ hostname, port, method, path: url, headers }, (answer) => {
      const begin = () => outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      if (!holdsUp) {
        begin()
        answer.pipe(outgoing)
        return
      }
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        begin()
        outgoing.end(Buffer.concat(parts))
      })
      answer.on('error', () => outgoing.destroy())
    })
    through.on('error', () => outgoing.destroy())
    // A proxy that holds answers up does not tell the server either that nobody waits for them any more.
    if (!holdsUp) outgoing.on('close', () => through.destroy())
    incoming.pipe(through)
  })
  proxy.on('upgrade', (_, socket) => {
    upgrades += 1
    socket.on('error', () => {})
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    upgrades: () => upgrades,
    stop: async () => {
      const closed = new Promise((resolve) => proxy.close(resolve))
      proxy.closeAllConnections()
      await closed
    },
  }
}
