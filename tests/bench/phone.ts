import type { Page } from 'playwright-core'
import { exampleJson } from '../support/examples.ts'
import { type House, openHouse } from '../support/house.ts'
import { join, textOf } from '../support/on-screen.ts'
import { BARE_PLACE, bareEditorPage } from './bare-editor.ts'
import { AS_PEOPLE_TYPE, keystrokes } from './keystrokes.ts'
import { quantile, type Table } from './table.ts'

/** How many times slower than this machine's the processor of the phone is made. */
const SLOWER = 6
const KEYS = 60
const ROUNDS = 2
const EXAMPLE = '01-weidehaven-samenwerkingsovereenkomst'
const ARTICLE = 'Artikel 3 Zo werken wij samen'

/** Typing in an agreement of usual length on an old phone, from the key to the frame that shows it, beside one TipTap editor alone on a page. */
export async function measurePhone(): Promise<readonly Table[]> {
  const house = await openHouse()
  const times: Record<'bare' | 'writing' | 'proposing', number[]> = { bare: [], writing: [], proposing: [] }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      times.bare.push(...(await typeBare(house)))
      const { writing, proposing } = await typeInAgreement(house)
      times.writing.push(...writing)
      times.proposing.push(...proposing)
    }
  } finally {
    await house.stop()
  }
  const row = (where: string, paints: readonly number[]) => [
    where,
    ...[0.5, 0.95].map((share) => `${quantile(paints, share).toFixed(0)} ms`),
    (quantile(paints, 0.5) / quantile(times.bare, 0.5)).toFixed(2),
  ]
  return [
    {
      title: `Keystroke to paint at 360 px with a processor ${SLOWER} times slower, as people type`,
      columns: ['where', 'p50', 'p95', 'p50 to bare'],
      rows: [
        row('one bare TipTap editor', times.bare),
        row('an agreement of usual length, writing', times.writing),
        row('the same, proposing', times.proposing),
      ],
    },
  ]
}

async function typeBare({ visit }: House): Promise<number[]> {
  const { page, close } = await visit({ screen: 'phone' })
  await page.setContent(await bareEditorPage())
  await page.locator(`#${BARE_PLACE} > .ProseMirror`).press('Control+End')
  const paints = await typeSlowed(page)
  await close()
  return paints
}

async function typeInAgreement({ server, visit }: House): Promise<Record<'writing' | 'proposing', number[]>> {
  const snapshot = exampleJson(EXAMPLE)
  const { invitations } = await server.createAgreement({ snapshot }, await server.token('bench'))
  const phone = await visit({ screen: 'phone' })
  await join(phone, invitations[0]?.url ?? '', 'Samira')
  const text = await textOf(phone.page, ARTICLE)
  await text.press('Control+End')
  const writing = await typeSlowed(phone.page)
  await phone.page.getByRole('button', { name: 'Voorstellen', exact: true }).click()
  await text.press('Control+End')
  const proposing = await typeSlowed(phone.page)
  await phone.close()
  return { writing, proposing }
}

async function typeSlowed(page: Page): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const paints = await keystrokes(page, KEYS, AS_PEOPLE_TYPE)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return paints
}
