import type { Visitor } from './browser.ts'

/** The line of a page that is slow when the test says so, and the page does not know. */
export type SlowLine = { hold: () => void; letGo: () => void }

/** Lets a page's messages wait, both ways, until they are let go in their order. To be laid before the page opens an agreement. */
export async function slowLine({ page }: Visitor): Promise<SlowLine> {
  let waiting: (() => void)[] | null = null
  const pass = (send: () => void) => (waiting ? void waiting.push(send) : send())
  await page.routeWebSocket(/\/sync\//, (route) => {
    const server = route.connectToServer()
    route.onMessage((message) => pass(() => server.send(message)))
    server.onMessage((message) => pass(() => route.send(message)))
  })
  return {
    hold: () => {
      waiting = []
    },
    letGo: () => {
      const held = waiting ?? []
      waiting = null
      for (const send of held) send()
    },
  }
}
