import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { copyId, listCopies, wordsAside } from '../../../client/connection/copies.ts'
import { loadCopy, writeCopy } from '../../../client/connection/copy-store.ts'
import {
  clearDevice,
  forgetPerson,
  maybePerson,
  setPerson,
} from '../../../client/connection/device-person.ts'
import { maybeDeviceStore } from '../../../client/connection/device-store.ts'
import { SCHEMA_VERSION } from '../../../shared/protocol/live.ts'
import { newDevice, openedPage, openPage, WELCOME } from './device.ts'

const OWN = copyId('agreement', 'mark')

test('the text that comes in while it is looked up whose copy this is stands in the copy, under its name', async () => {
  const device = await newDevice()
  const page = openPage(device)
  await page.copy.open()
  const begun = page.copy.begin(WELCOME)
  const remembered = setPerson(device, WELCOME.personId)
  const server = new Y.Doc()
  server.getText('test').insert(0, 'Server. ')
  page.receive(server)
  page.copy.whole()
  await Promise.all([begun, remembered])
  await page.written()
  const after = openPage(device)
  expect(await after.copy.open()).toEqual({ ...WELCOME, whole: true, waiting: 0 })
  expect(after.text()).toBe('Server. ')
})

describe('a page that opens again', () => {
  test('finds what was typed without a connection, how much of it waits, and who it is', async () => {
    const device = await newDevice()
    const before = await openedPage(device)
    before.type('One. ')
    before.type('Two. ')
    await before.written()
    const after = openPage(device)
    expect(await after.copy.open()).toEqual({ ...WELCOME, whole: true, waiting: 2 })
    expect(after.text()).toBe('Server. One. Two. ')
  })

  test('an edit waits until the server has kept the message that carried it, and not the ones behind it', async () => {
    const device = await newDevice()
    const before = await openedPage(device)
    before.sendWith(2)
    before.type('One. ')
    before.sendWith(3)
    before.type('Two. ')
    before.copy.kept(2)
    await before.written()
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 1 })
    before.copy.kept(3)
    await before.written()
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 0 })
  })

  test('what a lost connection carried waits for the step 2 of the next one', async () => {
    const device = await newDevice()
    const before = await openedPage(device)
    before.sendWith(2)
    before.type('One. ')
    before.copy.lineLost()
    before.copy.kept(2)
    before.copy.carried(1)
    await before.written()
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 1 })
    before.copy.kept(1)
    await before.written()
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 0 })
  })

  test('what was refused for now waits on, whatever is kept behind it', async () => {
    const device = await newDevice()
    const before = await openedPage(device)
    before.sendWith(2)
    before.type('One. ')
    before.copy.refused(2)
    before.copy.kept(4)
    await before.written()
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 1 })
  })

  test('edits that waited in the copy are settled by the step 2 that carries them', async () => {
    const device = await newDevice()
    const before = await openedPage(device)
    before.type('One. ')
    await before.written()
    const after = openPage(device)
    await after.copy.open()
    after.copy.carried(1)
    after.copy.kept(1)
    await after.written()
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 0 })
  })

  test('an hour of typing without a connection is some rows, and is counted in full', async () => {
    const device = await newDevice()
    const before = await openedPage(device)
    for (let edit = 0; edit < 700; edit++) {
      before.type('x')
      if (edit % 100 === 0) await before.written()
    }
    await before.written()
    const copy = await loadCopy(device, OWN)
    expect(copy?.updates.length).toBeLessThan(400)
    const after = openPage(device)
    expect(await after.copy.open()).toMatchObject({ waiting: 700 })
    expect(after.text()).toBe(`Server. ${'x'.repeat(700)}`)
  })

  test('many updates of others are put together, and no word goes', async () => {
    const device = await newDevice()
    const before = await openedPage(device)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(before.doc))
    for (let edit = 0; edit < 250; edit++) {
      other.getText('test').insert(0, 'y')
      before.receive(other)
    }
    before.type('Mine.')
    await before.written()
    const middle = openPage(device)
    await middle.copy.open()
    await middle.written()
    const copy = await loadCopy(device, OWN)
    expect([copy?.keptRows, copy?.waiting.length]).toEqual([1, 1])
    const after = openPage(device)
    await after.copy.open()
    expect(after.text()).toBe(before.text())
  })
})

describe('two tabs', () => {
  test('share one copy: both find all words, and either settles what both carry', async () => {
    const device = await newDevice()
    const one = await openedPage(device)
    one.type('One. ')
    await one.written()
    const two = openPage(device)
    expect(await two.copy.open()).toMatchObject({ waiting: 1 })
    two.type('Two. ')
    one.type('Also one. ')
    await Promise.all([one.written(), two.written()])
    const three = openPage(device)
    expect(await three.copy.open()).toMatchObject({ waiting: 3 })
    expect(three.text()).toMatch(/Server\. One\. .*Two\./)
    expect(three.text()).toContain('Also one. ')
    two.copy.carried(1)
    two.copy.kept(1)
    await two.written()
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 1 })
  })
})

describe('a copy that does not fit', () => {
  test('made by a newer schema is neither read nor written', async () => {
    const device = await newDevice()
    await openedPage(device)
    await writeCopy(device, OWN, [{ kind: 'header', header: { schema: SCHEMA_VERSION + 1 } }])
    const before = await loadCopy(device, OWN)
    const older = openPage(device)
    expect(await older.copy.open()).toBe('tooNew')
    expect(older.text()).toBe('')
    await older.copy.begin(WELCOME)
    older.type('damage')
    await older.written()
    expect(await loadCopy(device, OWN)).toEqual(before)
  })

  test('after the server was put back, it goes and its unsent words stand aside', async () => {
    const device = await newDevice()
    const page = await openedPage(device)
    page.type('Never sent.')
    await page.copy.setAside('restored')
    expect(await loadCopy(device, OWN)).toBeNull()
    expect(await wordsAside(device, 'agreement', 'mark')).toMatchObject([
      { reason: 'restored', words: [{ place: '', text: 'Never sent.' }] },
    ])
    page.type('More.')
    await page.written()
    expect(await loadCopy(device, OWN)).toBeNull()
  })

  test('what the server will never take is no edit any more when the page opens again, but words', async () => {
    const device = await newDevice()
    const before = await openedPage(device)
    before.sendWith(2)
    before.type('Far too much.')
    before.copy.refusedForGood('too_large')
    await before.written()
    const after = openPage(device)
    expect(await after.copy.open()).toMatchObject({ waiting: 0 })
    expect(after.text()).toBe('Server. ')
    expect(await wordsAside(device, 'agreement', 'mark')).toMatchObject([
      { reason: 'refused', words: [{ text: 'Far too much.' }] },
    ])
  })

  test('of a person whom this browser was not last, makes the page open anew', async () => {
    const device = await newDevice()
    await openedPage(device)
    await forgetPerson(device)
    const other = await openedPage(device, 'Hers. ', { ...WELCOME, personId: 'fatima' })
    other.type('Waits. ')
    await other.written()
    await setPerson(device, 'mark')
    const page = openPage(device)
    expect(await page.copy.open()).toBeNull()
    expect(await page.copy.begin({ ...WELCOME, personId: 'fatima' })).toBe(false)
    expect(await maybePerson(device)).toBe('fatima')
    expect(await openPage(device).copy.open()).toMatchObject({ personId: 'fatima', waiting: 1 })
  })
})

describe('what the server has too', () => {
  /** A page, and how often it wrote to its device since it was opened. */
  async function counted() {
    const device = await newDevice()
    let writes = 0
    const page = await openedPage({
      ...device,
      writeAtOnce: (stores, issue) => {
        writes += 1
        return device.writeAtOnce(stores, issue)
      },
    })
    page.sendWith(1)
    writes = 0
    return { device, page, writes: () => writes }
  }

  test('is written with the next edit: a letter is one write, and not two', async () => {
    const { device, page, writes } = await counted()
    page.type('One. ')
    page.copy.kept(1)
    page.sendWith(2)
    page.type('Two. ')
    expect(writes()).toBe(2)
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 1 })
  })

  test('is written after a rest when no edit follows', async () => {
    const { device, page } = await counted()
    page.type('One. ')
    page.copy.kept(1)
    await expect.poll(() => openPage(device).copy.open()).toMatchObject({ waiting: 0 })
  })

  test('is written at once by a page that is left: nothing is said to wait when it opens again', async () => {
    const { device, page, writes } = await counted()
    page.type('One. ')
    page.copy.kept(1)
    page.copy.hurry()
    expect(writes()).toBe(2)
    expect(await openPage(device).copy.open()).toMatchObject({ waiting: 0 })
  })
})

describe('a device that keeps nothing', () => {
  test('no IndexedDB, or one that does not open, is no store', async () => {
    expect(await maybeDeviceStore(null)).toBeNull()
    const refusing = {
      open: () => {
        throw new Error('no')
      },
    } as unknown as IDBFactory
    expect(await maybeDeviceStore(refusing)).toBeNull()
  })

  test('one whose disk is slow holds no letter back, and is told once to write all down that came meanwhile', async () => {
    const device = await newDevice()
    const flushes: (() => void)[] = []
    const page = await openedPage({
      ...device,
      run: async (stores, kind, work) => {
        if (kind === 'writeStrictly') await new Promise<void>((resolve) => flushes.push(resolve))
        return await device.run(stores, kind, work)
      },
    })
    for (const word of ['One. ', 'Two. ', 'Three. ']) {
      page.type(word)
      await page.written()
    }
    expect(page.copy.isWritten()).toBe(true)
    await expect.poll(() => flushes.length).toBe(1)
    page.type('Four. ')
    await page.written()
    expect(page.copy.isWritten()).toBe(true)
    expect(flushes).toHaveLength(1)
    flushes[0]?.()
    await expect.poll(() => flushes.length).toBe(2)
  })

  test('one that has not answered yet has every letter already, for the page may be gone when it answers', async () => {
    const device = await newDevice()
    const page = await openedPage(device)
    const opened = openPage({
      ...device,
      writeAtOnce: (stores, issue) => {
        void device.writeAtOnce(stores, issue)
        return new Promise(() => {})
      },
    })
    await opened.copy.open()
    for (const word of ['One. ', 'Two. ', 'Three. ']) opened.type(word)
    const next = openPage(device)
    expect(await next.copy.open()).toMatchObject({ waiting: 3 })
    expect(next.text()).toBe(`${page.text()}One. Two. Three. `)
    expect(opened.copy.isWritten()).toBe(false)
  })

  test('one that stops taking anything is said to, once, and the page goes on', async () => {
    const device = await newDevice()
    const page = await openedPage(device)
    device.close()
    page.type('One. ')
    await page.written()
    page.type('Two. ')
    await page.written()
    expect(page.lost).toEqual(['lost'])
    expect(page.copy.isWritten()).toBe(false)
    expect(page.text()).toContain('One. Two. ')
  })
})

test('signing out takes every copy, every answer and every word of everybody off the device', async () => {
  const device = await newDevice()
  const page = await openedPage(device)
  page.type('Never sent. ')
  await page.written()
  await page.copy.setAside('restored')
  const other = await openedPage(device)
  other.type('Another time. ')
  await other.written()
  await clearDevice(device)
  expect(await listCopies(device)).toEqual([])
  expect(await wordsAside(device, 'agreement', 'mark')).toEqual([])
  expect(await maybePerson(device)).toBeNull()
})
