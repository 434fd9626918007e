import { expect } from 'vitest'
import { WORD_FILE_TYPES } from '../../shared/protocol/endpoints-returns.ts'
import type { HostileFile } from './hostile-word-files.ts'
import type { UnderAttack } from './under-attack.ts'

/** One person brings ten files a minute and no more. */
const EACH_BRINGS = 9

/** Lets people in who bring so many files; gives their headers. To be done before floods, after which nobody gets in for a while. */
export async function letSendersIn({ near, server }: UnderAttack, files: number): Promise<HeadersInit[]> {
  const senders = Array.from({ length: Math.ceil(files / EACH_BRINGS) }, async (_, n) => ({
    cookie: await server.joinAs(near.invitation, `Mallory ${n}`),
  }))
  return await Promise.all(senders)
}

/** Brings each of these in place of a Word file: it is refused by its name, honest people go on, and nothing of it is kept. */
export async function bringHostileFiles(
  { near, server, headers, echoes }: UnderAttack,
  senders: readonly HeadersInit[],
  files: readonly HostileFile[],
): Promise<void> {
  const address = `${server.url}/api/v1/agreements/${near.id}`
  const kept = async () => {
    const told = ['', '/returns', '/proposals', '/comments', '/versions', '/participants']
    return Promise.all(told.map(async (path) => (await fetch(`${address}${path}`, { headers })).json()))
  }
  const before = await kept()
  for (const [index, { name, make, expected }] of files.entries()) {
    const body = new Uint8Array(make())
    const answer = await fetch(`${address}/import`, {
      method: 'POST',
      headers: { ...senders[index % senders.length], 'content-type': WORD_FILE_TYPES[0] },
      body,
    })
    const { type } = await answer.json()
    const trouble = `file-${expected === 'read' ? 'not-ours' : expected}`
    const problem = body.length === 0 ? 'malformed-request' : trouble
    expect({ name, type }).toEqual({ name, type: `/problems/${problem}` })
    const { letters } = echoes.near
    await expect.poll(() => echoes.near.letters, { message: name }).toBeGreaterThan(letters)
  }
  expect(echoes.near.speaker.refusals).toEqual([])
  expect(await kept()).toEqual(before)
  expect(server.output()).not.toMatch(/"level":[56]0/)
}
