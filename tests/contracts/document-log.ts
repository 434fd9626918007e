import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Compaction,
  type DocumentLog,
  type LogChange,
  type LogEntry,
  SHOWN_KEPT,
} from '../../server/storage/document-log.ts'

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

/** Makes `d1` with one entry per letter, at 10, 20, 30 and so on. */
async function fill(log: DocumentLog, letters: string): Promise<void> {
  const [first = '', ...rest] = letters
  await log.create('d1', entry(first, 'p_1', 10))
  await Promise.all(rest.map((text, at) => log.append('d1', entry(text, 'p_1', 20 + 10 * at))))
}

type Differences = Partial<Compaction> & { authors?: string }

function compact(log: DocumentLog, seq: number, base: number, differences: Differences = {}) {
  const { authors = '{}', changes = [], gap = 10 } = differences
  const snapshot = { seq, at: 9, bytes: entry(`up to ${seq}`).bytes, authors }
  return log.compact('d1', snapshot, { base, changes, gap })
}

const change = (
  place: string,
  from: number,
  to: number,
  differences: Partial<LogChange> = {},
): LogChange => ({
  place,
  personId: 'p_1',
  from,
  to,
  edits: 1,
  ...differences,
})

async function everyEntry(log: DocumentLog, after: number, upTo: number): Promise<string[]> {
  const page = await log.entriesBetween('d1', after, upTo)
  const reached = page.at(-1)?.seq
  const mine = page.map((one) => `${one.seq} ${one.personId} ${textOf(one.bytes)}`)
  return reached === undefined ? mine : [...mine, ...(await everyEntry(log, reached, upTo))]
}

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

    test('a document that is removed is gone with its past, and others are not', async () => {
      await fill(log, 'abcdef')
      await log.create('d2', entry('other'))
      await compact(log, 4, 0, { changes: [change('article:a1', 10, 20)] })
      await log.keepShown([{ documentId: 'd1', clientId: 7, personId: 'p_1' }])
      await log.remove('d1')
      expect(await log.exists('d1')).toBe(false)
      expect(await log.load('d1')).toBeNull()
      expect((await log.changes('d1', 1_000, 10)).changes).toEqual([])
      expect(await log.momentAt('d1', 1_000)).toBeNull()
      expect(await log.entriesBetween('d1', 0, 10)).toEqual([])
      await expect(log.append('d1', entry('late'))).rejects.toMatchObject({ name: 'UnknownDocument' })
      await log.keepShown([{ documentId: 'd1', clientId: 8, personId: 'p_1' }])
      expect(await texts(log, 'd2')).toEqual(['1 p_1 other'])
      await log.remove('d1')
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
      await fill(log, 'abcd')
      expect(await compact(log, 3, 0, { authors: '{"1":"p_1"}' })).toBe(3)
      const loaded = await log.load('d1')
      expect(loaded?.snapshot).toMatchObject({ seq: 3, at: 9, authors: '{"1":"p_1"}' })
      expect(textOf(loaded?.snapshot?.bytes ?? new Uint8Array())).toBe('up to 3')
      expect(await texts(log, 'd1')).toEqual(['4 p_1 d'])
      expect(await log.append('d1', entry('e'))).toBe(5)
    })

    test('a document compacted to the last entry goes on counting', async () => {
      await fill(log, 'a')
      await compact(log, 1, 0)
      await compact(log, await log.append('d1', entry('b')), 1)
      expect(await log.append('d1', entry('c'))).toBe(3)
      expect((await log.load('d1'))?.snapshot).toMatchObject({ seq: 2 })
    })

    test('who showed a cursor first stays its person, and the oldest of a person make room for the newer', async () => {
      await fill(log, 'a')
      const shown = async () => (await log.load('d1'))?.shown
      const of = (personId: string, ...clientIds: number[]) =>
        clientIds.map((clientId) => ({ documentId: 'd1', clientId, personId }))
      expect(await shown()).toEqual([])
      await log.keepShown([...of('p_1', 7, 2 ** 52), ...of('p_2', 7, 8)])
      const first = [
        { clientId: 7, personId: 'p_1' },
        { clientId: 2 ** 52, personId: 'p_1' },
        { clientId: 8, personId: 'p_2' },
      ]
      expect(await shown()).toEqual(first)
      const many = Array.from({ length: SHOWN_KEPT }, (_, n) => 1000 + n)
      await log.keepShown(of('p_2', ...many))
      expect((await shown())?.map(({ clientId }) => clientId)).toEqual([7, 2 ** 52, ...many])
    })

    test('a snapshot made from another than the newest one is not kept, and neither are its changes', async () => {
      await fill(log, 'abcd')
      await compact(log, 2, 0, { changes: [change('art', 1, 2)] })
      expect(await compact(log, 4, 0, { changes: [change('art', 1, 4)] })).toBe(2)
      expect((await log.load('d1'))?.snapshot?.seq).toBe(2)
      expect(await log.changes('d1', 100, 10)).toEqual({ upTo: 2, changes: [change('art', 1, 2)] })
    })

    test('every entry can be read again in order after compactions, with who and when', async () => {
      await fill(log, 'abcde')
      await compact(log, 2, 0)
      await compact(log, 4, 2)
      expect(await everyEntry(log, 0, 5)).toEqual(['1 p_1 a', '2 p_1 b', '3 p_1 c', '4 p_1 d', '5 p_1 e'])
      expect(await everyEntry(log, 1, 3)).toEqual(['2 p_1 b', '3 p_1 c'])
      expect((await log.entriesBetween('d1', 0, 5))[0]?.at).toBe(10)
      expect(await log.entriesBetween('nope', 0, 5)).toEqual([])
    })

    test('the last entry up to a moment is found among the rows and in the archive', async () => {
      await fill(log, 'abcd')
      await compact(log, 3, 0)
      const seqAt = async (at: number) => (await log.momentAt('d1', at))?.seq ?? null
      expect(await Promise.all([9, 10, 15, 20, 30, 39, 40, 99].map(seqAt))).toEqual([
        null,
        1,
        1,
        2,
        3,
        3,
        4,
        4,
      ])
      expect((await log.momentAt('d1', 20))?.snapshot).toBeNull()
    })

    test('changes come the newest first, before a moment, and as many as asked', async () => {
      await fill(log, 'abcd')
      await compact(log, 4, 0, { changes: [change('a', 1, 5), change('b', 2, 9), change('c', 3, 7)] })
      const places = async (before: number, limit: number) =>
        (await log.changes('d1', before, limit)).changes.map(({ place }) => place)
      expect(await places(100, 10)).toEqual(['b', 'c', 'a'])
      expect(await places(100, 2)).toEqual(['b', 'c'])
      expect(await places(9, 10)).toEqual(['c', 'a'])
      expect(await log.changes('nope', 100, 10)).toEqual({ upTo: 0, changes: [] })
    })

    test('a change that goes on within the gap is one with the one before; another person, place or time is not', async () => {
      await fill(log, 'abcd')
      await compact(log, 2, 0, { changes: [change('a', 1, 5, { edits: 3 })], gap: 10 })
      const later = [
        change('a', 14, 20, { edits: 2 }),
        change('a', 14, 21, { personId: 'p_2' }),
        change('b', 6, 22),
      ]
      await compact(log, 3, 2, { changes: later, gap: 10 })
      await compact(log, 4, 3, { changes: [change('a', 30, 31)], gap: 10 })
      expect((await log.changes('d1', 100, 10)).changes).toEqual([
        change('a', 30, 31),
        change('b', 6, 22),
        change('a', 14, 21, { personId: 'p_2' }),
        change('a', 1, 20, { edits: 5 }),
      ])
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
