import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentLog, LogEntry } from '../../server/storage/document-log.ts'

export type OpenedLog = {
  log: DocumentLog
  /** Ends the log as a crash would leave it, and opens it again on what was kept; null when it keeps nothing. */
  reopen: (() => Promise<DocumentLog>) | null
  stop(): Promise<void>
}

const entry = (text: string, personId = 'p_1', at = 1_000): LogEntry => ({
  personId,
  at,
  bytes: new TextEncoder().encode(text),
})
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const texts = async (log: DocumentLog, id: string) =>
  (await log.load(id))?.entries.map((one) => `${one.seq} ${one.personId} ${textOf(one.bytes)}`)

/** What every log of documents must do, whatever it keeps them in. */
export function documentLogContract(name: string, open: () => Promise<OpenedLog>): void {
  describe(name, () => {
    let opened: OpenedLog
    let log: DocumentLog
    beforeEach(async () => {
      opened = await open()
      log = opened.log
    })
    afterEach(() => opened.stop())

    test('a document that was never made does not exist and loads as null', async () => {
      expect(await log.exists('d1')).toBe(false)
      expect(await log.load('d1')).toBeNull()
    })

    test('an append to a document that was never made is refused by name, and others go on', async () => {
      await log.create('d1', entry('a'))
      const [unknown, known] = await Promise.allSettled([
        log.append('nope', entry('x')),
        log.append('d1', entry('b')),
      ])
      expect(unknown).toMatchObject({ status: 'rejected', reason: { name: 'UnknownDocument' } })
      expect(known).toMatchObject({ status: 'fulfilled', value: 2 })
      expect(await log.exists('nope')).toBe(false)
    })

    test('making a document twice is refused by name and changes nothing', async () => {
      await log.create('d1', entry('a'))
      await expect(log.create('d1', entry('b'))).rejects.toMatchObject({ name: 'DocumentExists' })
      expect(await texts(log, 'd1')).toEqual(['1 p_1 a'])
    })

    test('entries come back in the order of the calls, numbered from 1, with who and when', async () => {
      await log.create('d1', entry('a', 'p_1', 5))
      await Promise.all(['b', 'c', 'd'].map((text, at) => log.append('d1', entry(text, 'p_2', 10 + at))))
      expect(await texts(log, 'd1')).toEqual(['1 p_1 a', '2 p_2 b', '3 p_2 c', '4 p_2 d'])
      expect((await log.load('d1'))?.entries.map((one) => one.at)).toEqual([5, 10, 11, 12])
    })

    test('each document counts its own entries', async () => {
      await Promise.all([log.create('d1', entry('a')), log.create('d2', entry('b'))])
      const seqs = await Promise.all([log.append('d1', entry('c')), log.append('d2', entry('d'))])
      expect(seqs).toEqual([2, 2])
      expect(await texts(log, 'd2')).toEqual(['1 p_1 b', '2 p_1 d'])
    })

    test('what was appended before a load is asked for is in it', async () => {
      await log.create('d1', entry('a'))
      const appended = log.append('d1', entry('b'))
      const loaded = await log.load('d1')
      expect(loaded?.entries).toHaveLength(2)
      await appended
    })

    test('after compaction a document is its snapshot and exactly the entries that are not in it', async () => {
      await log.create('d1', entry('a'))
      for (const text of ['b', 'c', 'd']) await log.append('d1', entry(text))
      await log.compact('d1', { seq: 3, at: 9, bytes: entry('abc').bytes, authors: '{"1":"p_1"}' })
      const loaded = await log.load('d1')
      expect(loaded?.snapshot).toMatchObject({ seq: 3, at: 9, authors: '{"1":"p_1"}' })
      expect(textOf(loaded?.snapshot?.bytes ?? new Uint8Array())).toBe('abc')
      expect(await texts(log, 'd1')).toEqual(['4 p_1 d'])
      expect(await log.append('d1', entry('e'))).toBe(5)
    })

    test('a document compacted to the last entry goes on counting', async () => {
      await log.create('d1', entry('a'))
      await log.compact('d1', { seq: 1, at: 9, bytes: entry('a').bytes, authors: '{}' })
      await log.compact('d1', {
        seq: await log.append('d1', entry('b')),
        at: 10,
        bytes: entry('ab').bytes,
        authors: '{}',
      })
      expect(await log.append('d1', entry('c'))).toBe(3)
      expect((await log.load('d1'))?.snapshot).toMatchObject({ seq: 2 })
    })

    test('opened again, it holds everything whose promise was kept, under the same epoch', async () => {
      if (!opened.reopen) return
      await log.create('d1', entry('a'))
      for (let n = 0; n < 50; n += 1) await log.append('d1', entry(`u${n}`))
      const again = await opened.reopen()
      expect((await again.load('d1'))?.entries).toHaveLength(51)
      expect(again.epoch).toBe(log.epoch)
    })
  })
}
