import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { boundConnections } from '../../../server/http/connections.ts'

const open: { server: Server; sockets: Socket[] }[] = []
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** Answers whoever is let in; gives a way to come from an address of this machine. */
async function serve(isBehindProxy: boolean, most: { all: number; network: number }) {
  const server = createServer((_, response) => response.end('in'))
  boundConnections(server, isBehindProxy, most)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sockets: Socket[] = []
  open.push({ server, sockets })
  const come = (localAddress: string) =>
    new Promise<'in' | 'out'>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress }, () =>
        socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
      )
      sockets.push(socket)
      socket.once('data', () => resolve('in'))
      socket.on('error', () => resolve('out'))
      socket.on('close', () => resolve('out'))
    })
  return { come, sockets }
}

test('an address with too many connections gets no more, another does, and who leaves makes room', async () => {
  const { come, sockets } = await serve(false, { all: 100, network: 2 })
  expect([await come('127.0.0.2'), await come('127.0.0.2')]).toEqual(['in', 'in'])
  expect(await come('127.0.0.2')).toBe('out')
  expect(await come('127.0.0.3')).toBe('in')
  sockets[0]?.destroy()
  await expect.poll(() => come('127.0.0.2')).toBe('in')
})

test('behind a proxy on this machine all come from one address, and as many are let in as the server carries', async () => {
  const { come } = await serve(true, { all: 3, network: 1 })
  expect([await come('127.0.0.1'), await come('127.0.0.1'), await come('127.0.0.1')]).toEqual([
    'in',
    'in',
    'in',
  ])
  expect(await come('127.0.0.1')).toBe('out')
})
