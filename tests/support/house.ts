import type { Browser } from 'playwright-core'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { openVisitor, startBrowser, type Visitor, type VisitorOptions } from './browser.ts'
import { beginAgreement, join, linkFor } from './on-screen.ts'
import { startServer, type TestServer } from './test-server.ts'

/** The parties of the agreements that scenarios begin. */
export const PARTIES = ['Gemeente Weidehaven', 'De Vuurboei', 'Moeders van de Haven'] as const
/** An article with plain paragraphs, which scenarios write in. */
export const PRINCIPLES = 'Artikel 3 Zo werken wij samen'

/** A real server with the pages on it, and a real browser. */
export type House = {
  server: TestServer
  browser: Browser
  /** A browser of its own for one person. */
  visit: (options?: VisitorOptions) => Promise<Visitor>
  stop: () => Promise<void>
}

/** Starts both, the server with these settings. The caller stops them. */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  const server = await startServer({ client: true, env })
  const browser = await startBrowser()
  return {
    server,
    browser,
    visit: (options = {}) => openVisitor(browser, { baseURL: server.url, ...options }),
    stop: async () => {
      await browser.close()
      await server.stop()
    },
  }
}

/** Who takes part: the first one of a meeting begins it, the others come by the link of their party. */
export type Guest = { visitor: Visitor; name: string; party?: string }

/** Begins an agreement and has everybody join by link, where `baseURL` is the way for who comes by a proxy. Gives its address. */
export async function meet(
  shortTitle: string,
  [host, ...guests]: readonly [Guest, ...Guest[]],
  baseURL?: string,
): Promise<string> {
  const address = await beginAgreement(host.visitor, host.name, shortTitle, PARTIES)
  for (const { visitor, name, party = PARTIES[2] } of guests) {
    const link = new URL(await linkFor(host.visitor, party))
    await join(visitor, `${baseURL ?? link.origin}${link.pathname}${link.hash}`, name)
  }
  return address
}

/** The id of the agreement at an address. */
export const agreementIdOf = (address: string) => new URL(address).pathname.split('/').at(-1) ?? ''

/** The Cookie header that a person's browser sends. */
export async function cookieHeader({ context }: Visitor): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** The agreement as the server keeps it, asked for by one of its people. */
export async function keptBy({ server }: House, address: string, visitor: Visitor): Promise<AgreementBody> {
  const headers = { cookie: await cookieHeader(visitor) }
  const answer = await fetch(`${server.url}/api/v1/agreements/${agreementIdOf(address)}`, { headers })
  if (answer.status !== 200) throw new Error(`expected the agreement; found ${answer.status}`)
  return (await answer.json()) as AgreementBody
}
