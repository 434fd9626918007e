import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { untilAtHand } from '../support/device.ts'
import { type House, keptBy, meet, openHouse, PRINCIPLES } from '../support/house.ts'
import { untilKept, untilSeen, writeIn } from '../support/on-screen.ts'

const OFFLINE = 'Geen verbinding, u kunt doorschrijven.'
const WAITS = /wijzigingen wachten op dit apparaat/
const WORDS = 'Geschreven zonder netwerk.'

let house: House
let mark: Visitor
let samira: Visitor
let address: string

beforeAll(async () => {
  house = await openHouse()
  mark = await house.visit()
  samira = await house.visit({ screen: 'phone' })
  address = await meet('Samen dichtbij', [
    { visitor: mark, name: 'Mark' },
    { visitor: samira, name: 'Samira' },
  ])
})
afterAll(() => house?.stop())

const snapshotText = async () => JSON.stringify(await keptBy(house, address, mark))

describe('without a network', () => {
  test('who was here before opens the agreement, finds the text, and writes on', async () => {
    await untilAtHand(samira.page)
    await samira.context.setOffline(true)
    await samira.reopen(address)
    await samira.page.getByText(OFFLINE).first().waitFor()
    await writeIn(samira.page, PRINCIPLES, 0, WORDS)
    await samira.page.getByText(WAITS).first().waitFor()
  })

  test('the browser is closed behind the last letter and opened again, and the words are there and still wait', async () => {
    await samira.reopen(address)
    await untilSeen([samira], PRINCIPLES, WORDS)
    await samira.page.getByText(WAITS).first().waitFor()
    expect(await snapshotText()).not.toContain(WORDS)
  })

  test('with the network back all is kept, on both sides and at the server', async () => {
    await samira.context.setOffline(false)
    await untilKept(samira.page)
    await untilSeen([mark], PRINCIPLES, WORDS)
    await expect.poll(snapshotText).toContain(WORDS)
  })
})
