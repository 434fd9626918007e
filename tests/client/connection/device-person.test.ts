import { describe, expect, test } from 'vitest'
import { listCopies, wordsAside } from '../../../client/connection/copies.ts'
import { forgetPerson, maybePerson, setPerson } from '../../../client/connection/device-person.ts'
import type { DeviceStore } from '../../../client/connection/device-store.ts'
import { endAccess } from '../../../client/connection/end-access.ts'
import { answerOf } from '../../../client/connection/indexed-db.ts'
import { newDevice, openedPage, WELCOME } from './device.ts'

/** The device as a page has it that is closed in the moment when it takes the first copy away. */
function closing(device: DeviceStore): DeviceStore {
  return {
    ...device,
    run: (stores, kind, work) =>
      device.run(stores, kind, (store) =>
        work((name) => {
          if (name === 'waiting') throw new Error('closed')
          return store(name)
        }),
      ),
  }
}

describe('what stays on the device', () => {
  test('of a person who is signed out: nothing that the server has', async () => {
    const device = await newDevice()
    const page = await openedPage(device)
    await page.written()
    await forgetPerson(device)
    expect(await listCopies(device)).toEqual([])
  })

  test('of another person: words that were never sent, for nobody but their writer, who has them again on coming back', async () => {
    const device = await newDevice()
    const marks = await openedPage(device)
    marks.type('Of Mark.')
    await marks.written()
    await setPerson(device, 'fatima')
    const fatimas = await openedPage(device, 'Server. ', { ...WELCOME, personId: 'fatima' })
    expect(fatimas.text()).toBe('Server. ')
    expect(await wordsAside(device, 'agreement', 'fatima')).toEqual([])
    await setPerson(device, 'mark')
    expect((await openedPage(device)).text()).toContain('Of Mark.')
  })

  test('of another person, when the page is closed while that is taken away: all of it until the next page, and then nothing', async () => {
    const device = await newDevice()
    await openedPage(device)
    await expect(setPerson(closing(device), 'fatima')).rejects.toThrow('closed')
    expect(await maybePerson(device)).toBe('mark')
    expect(await listCopies(device)).toHaveLength(1)
    await setPerson(device, 'fatima')
    expect(await listCopies(device)).toEqual([])
  })

  test('of another person, where a version of before left that behind: nothing, once the server names who is there', async () => {
    const device = await newDevice()
    await openedPage(device)
    await device.run(['person'], 'write', (store) => answerOf(store('person').put('fatima', 'me')))
    await setPerson(device, 'fatima')
    expect(await listCopies(device)).toEqual([])
  })

  test('of an agreement one may not see any more: words that were never sent', async () => {
    const device = await newDevice()
    const page = await openedPage(device)
    page.type('Too late.')
    await page.copy.finish()
    await endAccess(device, 'agreement', 'mark')
    expect(await listCopies(device)).toEqual([])
    expect(await wordsAside(device, 'agreement', 'mark')).toMatchObject([
      { reason: 'noAccess', words: [{ text: 'Too late.' }] },
    ])
  })
})
