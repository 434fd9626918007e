import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreementStore } from '../../../server/storage/agreements.ts'
import { commentStore } from '../../../server/storage/comments.ts'
import { peopleStore } from '../../../server/storage/people.ts'
import { openStorage } from '../../../server/storage/storage.ts'

const at = '2026-11-26T12:00:00.000Z'
const BOUNDS = { threads: 2, comments: 2 }

async function openComments() {
  const dataDir = await mkdtemp(join(tmpdir(), 'handslag-comments-'))
  const storage = await openStorage({ dataDir })
  const lead = await peopleStore(storage.records).ensureFirstMember({
    workspaceId: 'w1',
    personId: 'lead',
    at,
  })
  const facilitator = { agreementId: 'a', personId: lead, name: '', partyId: null, role: 'facilitator' }
  await agreementStore(storage.records).addAgreement({ id: 'a', createdBy: lead, at }, facilitator, [])
  const store = commentStore(storage.records)
  const by = { personId: lead, partyId: null, at }
  return {
    store,
    by,
    begin: (id: string, audience: string, anchor = '{}') =>
      store.addThread('a', { id, audience, anchor }, { id: `${id}-1`, threadId: id, text: 'x', by }, BOUNDS),
    reply: (threadId: string, id: string) => store.addReply('a', { id, threadId, text: 'y', by }, BOUNDS),
    async [Symbol.asyncDispose]() {
      await storage.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

describe('as many as there may be', () => {
  test('threads of one audience take no room from another, so that its fullness tells nobody else anything', async () => {
    await using comments = await openComments()
    expect(await comments.begin('t1', 'party:p1')).toBe('kept')
    expect(await comments.begin('t2', 'party:p1')).toBe('kept')
    expect(await comments.begin('t3', 'party:p1')).toBe('full')
    expect(await comments.begin('t4', 'all')).toBe('kept')
    expect(await comments.begin('t1', 'party:p1')).toBe('kept')
  })

  test('comments in one thread; the same one again is kept already', async () => {
    await using comments = await openComments()
    await comments.begin('t1', 'all')
    expect(await comments.reply('t1', 'r1')).toBe('kept')
    expect(await comments.reply('t1', 'r2')).toBe('full')
    expect(await comments.reply('t1', 'r1')).toBe('kept')
    expect(await comments.store.commentsIn('a', 't1')).toHaveLength(2)
  })
})

test('an id that another thread has is taken, and what stands there stays', async () => {
  await using comments = await openComments()
  await comments.begin('t1', 'party:p1')
  await comments.begin('t2', 'all')
  expect(await comments.reply('t2', 't1-1')).toBe('taken')
  expect(await comments.begin('t1-x', 'all')).toBe('kept')
  expect(await comments.store.threadsFor('a', ['all'])).toHaveLength(2)
})

test('what is resolved stays with who resolved it first; without words a thread counts no more', async () => {
  await using comments = await openComments()
  const { store, by } = comments
  await comments.begin('t1', 'all')
  await comments.begin('t2', 'all')
  const place = { agreementId: 'a', threadId: 't1' }
  await store.putState(place, 'resolved', by)
  await store.putState(place, 'resolved', { ...by, at: '2026-11-27T12:00:00.000Z' })
  expect(await store.maybeThread('a', 't1', ['all'])).toMatchObject({ state: 'resolved', stateBy: by })
  expect(await store.maybeThread('a', 't1', ['party:p1'])).toBeNull()
  expect(await store.openThreads('a', 'all')).toBe(1)
  await store.removeComment('a', { id: 't2-1', threadId: 't2' }, at)
  expect(await store.openThreads('a', 'all')).toBe(0)
})
