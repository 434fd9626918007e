import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSE } from '../../shared/protocol/live.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { closeCodeOf, openStockClient } from '../support/stock-client.ts'
import { cookieOf, post, startServer, type TestServer } from '../support/test-server.ts'

const PETRA = { name: 'Petra', email: 'petra@weidehaven.example', password: 'vier losse olijven eten' }

let server: TestServer
let mailbox: Mailbox
/** The first member's cookie; she is an admin with an account. */
let petra: string

beforeAll(async () => {
  mailbox = await openMailbox()
  server = await startServer({ env: { SMTP_URL: mailbox.url, MAIL_FROM: 'handslag@weidehaven.example' } })
  petra = await server.startAs('Petra')
  await change('POST', 'account/email', petra, { email: PETRA.email, password: null })
  await useLink(await mailbox.linkTo(PETRA.email))
  await change('POST', 'account/password', petra, { current: null, password: PETRA.password })
})
afterAll(async () => {
  await server?.stop()
  await mailbox?.close()
})

const api = (path: string) => `${server.url}/api/v1/${path}`
const ask = async (path: string, cookie: string) => (await fetch(api(path), { headers: { cookie } })).json()
const kindOf = async (cookie: string) => (await ask('me', cookie)).kind
const secretIn = (link: string) => new URL(link).hash.slice(1)
const useLink = (link: string) => post(api('sessions/link/use'), { secret: secretIn(link) })

/** What the answers that are looked into have, each some of it. */
type Told = { url?: string | null; name?: string }

async function change(
  method: string,
  path: string,
  cookie: string,
  body: unknown,
  status = 200,
): Promise<Told> {
  const headers = { cookie, 'content-type': 'application/json' }
  const answer = await fetch(api(path), { method, headers, body: JSON.stringify(body) })
  const told = await answer.json()
  expect({ status: answer.status, told }).toMatchObject({ status })
  return told
}

/** A colleague, by an invitation in the mail; gives the cookie and the person. */
async function colleague(name: string): Promise<{ cookie: string; personId: string; email: string }> {
  const email = `${name.toLowerCase()}@weidehaven.example`
  const { url } = await change('POST', 'workspace/invitations', petra, { email, rights: 'member' }, 201)
  expect(url).toBeNull()
  const secret = secretIn(await mailbox.linkTo(email))
  const joined = await post(api('sessions/link/member'), { secret, name, password: PETRA.password })
  const { personId } = await joined.json()
  return { cookie: cookieOf(joined), personId, email }
}

test('signing in with address and password gives a session of its own', async () => {
  const answer = await post(api('sessions/sign-in'), PETRA)
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ kind: 'staff', name: 'Petra', rights: 'admin', canMail: true })
  expect(cookieOf(answer)).not.toBe(petra)
  expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/)
})

test('on a shared computer a session of a member goes with the browser', async () => {
  const cookieAfter = async (sharedComputer: boolean) =>
    (await post(api('sessions/sign-in'), { ...PETRA, sharedComputer })).headers.getSetCookie()[0]
  expect(await cookieAfter(false)).toContain('Max-Age')
  expect(await cookieAfter(true)).toMatch(/^handslag_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('as soon as the first member can sign in, the button of the start screen lets nobody in any more', async () => {
  expect((await (await fetch(api('me'))).json()).canStartHere).toBe(false)
  expect((await post(api('sessions/start-here'), { name: 'Iemand' })).status).toBe(403)
})

describe('a link by mail', () => {
  test('is asked for with the same answer for known and unknown addresses, and goes to the known one alone', async () => {
    const before = mailbox.mails.length
    const asked = (email: string) => post(api('sessions/mail-link'), { email, purpose: 'sign-in' })
    const [unknown, known] = [await asked('niemand@weidehaven.example'), await asked(PETRA.email)]
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()])
    const answer = await useLink(await mailbox.linkTo(PETRA.email, 2))
    expect(await kindOf(cookieOf(answer))).toBe('staff')
    expect(mailbox.mails.slice(before).map(({ to }) => to)).toEqual([[PETRA.email]])
    const [mail] = mailbox.mails.slice(before)
    expect(mail?.from).toContain('handslag@weidehaven.example')
    expect(mail?.subject).toBe('Uw link om u aan te melden bij Handslag')
    expect(mail?.text).toContain('Dag Petra,')
  })

  test('leads to the configured address, whatever name the asking page used for the server', async () => {
    const count = mailbox.mails.filter(({ to }) => to.includes(PETRA.email)).length
    const { request } = await import('node:http')
    const headers = { host: 'evil.example', 'content-type': 'application/json' }
    await new Promise<void>((resolve) => {
      request(api('sessions/mail-link'), { method: 'POST', headers }, (answer) => {
        answer.resume().on('end', resolve)
      }).end(JSON.stringify({ email: PETRA.email, purpose: 'password' }))
    })
    expect(await mailbox.linkTo(PETRA.email, count + 1)).toContain(`${server.url}/link#`)
  })

  test('chooses a new password and ends the sessions that were open', async () => {
    const karim = await colleague('Karim')
    await post(api('sessions/mail-link'), { email: karim.email, purpose: 'password' })
    const secret = secretIn(await mailbox.linkTo(karim.email, 2))
    const password = 'zes ronde tafels dansen'
    const answer = await post(api('sessions/link/password'), { secret, password })
    expect(await kindOf(cookieOf(answer))).toBe('staff')
    expect(await kindOf(karim.cookie)).toBe('nobody')
    expect((await post(api('sessions/sign-in'), { ...karim, password })).status).toBe(201)
  })
})

test('a member does what members do and manages nobody; an admin does', async () => {
  const { cookie, personId } = await colleague('Sanne')
  await change('PATCH', `workspace/members/${personId}`, cookie, { rights: 'admin' }, 403)
  await change('POST', 'workspace/invitations', cookie, { email: 'x@y.example', rights: 'member' }, 403)
  await change('PATCH', 'workspace', cookie, { name: 'Van ons' }, 403)
  expect((await ask('workspace', cookie)).members.length).toBeGreaterThan(1)
  const { name } = await change('PATCH', 'workspace', petra, { name: 'Gemeente Weidehaven' })
  expect(name).toBe('Gemeente Weidehaven')
  await change('PATCH', `workspace/members/${personId}`, petra, { rights: 'admin' })
  await change('PATCH', 'workspace', cookie, { name: 'Gemeente Weidehaven' })
})

test('a member who is removed is out at once, live too, and a colleague leads on', async () => {
  const { cookie, personId } = await colleague('Joris')
  const started = await post(api('agreements'), { templateId: 'coop_youth' }, { cookie })
  const { id, invitations } = await started.json()
  const live = await openStockClient(server.url, id, { cookie })
  const closed = new Promise((resolve) =>
    live.provider.on('connection-close', (event) => resolve(event?.code)),
  )
  const { members } = await ask('workspace', petra)
  const me = members.find((each: { isYou: boolean }) => each.isYou)
  expect(members.find((each: { personId: string }) => each.personId === personId).leadsAlone).toBe(1)
  await change('POST', `workspace/members/${personId}/removal`, petra, { handOverTo: null }, 409)
  await change('POST', `workspace/members/${personId}/removal`, petra, { handOverTo: me.personId })
  expect(await closed).toBe(CLOSE.notAllowed)
  live.close()
  expect(await kindOf(cookie)).toBe('nobody')
  expect(await closeCodeOf(server.url, id, { cookie })).toBe(CLOSE.notKnown)
  const login = await post(api('sessions/sign-in'), {
    email: 'joris@weidehaven.example',
    password: PETRA.password,
  })
  expect(login.status).toBe(401)
  for (const { url } of invitations)
    expect((await post(api('invitations/see'), { secret: secretIn(url) })).status).toBe(404)
  const { agreements } = await ask('agreements', petra)
  expect(agreements.find((each: { id: string }) => each.id === id)).toMatchObject({ role: 'facilitator' })
})

test('signing out elsewhere ends every session but this one, on connections that are open too', async () => {
  const { email, cookie } = await colleague('Noor')
  const { id } = await (await post(api('agreements'), { templateId: 'coop_youth' }, { cookie })).json()
  const [laptop = '', phone = ''] = await Promise.all(
    [1, 2].map(async () => cookieOf(await post(api('sessions/sign-in'), { ...PETRA, email }))),
  )
  const live = await openStockClient(server.url, id, { cookie: phone })
  const codes: (number | undefined)[] = []
  live.provider.on('connection-close', (event) => codes.push(event?.code))
  await change('POST', 'account/sign-out-elsewhere', laptop, {})
  expect([await kindOf(laptop), await kindOf(phone)]).toEqual(['staff', 'nobody'])
  // Everybody comes in anew, and who is not signed in any more does not.
  await expect.poll(() => codes).toEqual([CLOSE.goingDown, CLOSE.notKnown])
  expect(live.provider.wsconnected).toBe(false)
  live.close()
})

test('another password ends every other session, on connections that are open too, and this one goes on', async () => {
  const { email, cookie } = await colleague('Anna')
  const { id } = await (await post(api('agreements'), { templateId: 'coop_youth' }, { cookie })).json()
  const [laptop = '', phone = ''] = await Promise.all(
    [1, 2].map(async () => cookieOf(await post(api('sessions/sign-in'), { ...PETRA, email }))),
  )
  const [here, there] = await Promise.all(
    [laptop, phone].map((each) => openStockClient(server.url, id, { cookie: each })),
  )
  const codes: (number | undefined)[] = []
  there?.provider.on('connection-close', (event) => codes.push(event?.code))
  const password = 'nog een lange zin die niemand raadt'
  await change('POST', 'account/password', laptop, { current: PETRA.password, password })
  await expect.poll(() => codes.at(-1)).toBe(CLOSE.notKnown)
  expect(there?.provider.wsconnected).toBe(false)
  await expect.poll(() => here?.provider.wsconnected).toBe(true)
  expect([await kindOf(laptop), await kindOf(phone)]).toEqual(['staff', 'nobody'])
  for (const client of [here, there]) client?.close()
})

test('what lets members in stands in no log line and in no file in clear', async () => {
  const kept = await readFile(join(server.dataDir, 'handslag.sqlite'), 'latin1')
  const journal = await readFile(join(server.dataDir, 'handslag.sqlite-wal'), 'latin1').catch(() => '')
  const secrets = mailbox.mails.map(({ text }) => secretIn(/https?:\S+/.exec(text)?.[0] ?? ''))
  expect(secrets.length).toBeGreaterThan(4)
  for (const secret of [PETRA.password, ...secrets]) {
    expect(secret.length).toBeGreaterThan(12)
    expect(kept + journal).not.toContain(secret)
    expect(server.output()).not.toContain(secret)
  }
  expect(server.output()).not.toContain('@weidehaven')
})

describe('without mail', () => {
  test('a link is not promised, a colleague gets it handed over, and the command line helps who lost the way in', async () => {
    const own = await startServer()
    try {
      const cookie = await own.startAs('Petra')
      const headers = { cookie }
      const at = (path: string) => `${own.url}/api/v1/${path}`
      expect((await post(at('sessions/mail-link'), { email: PETRA.email, purpose: 'sign-in' })).status).toBe(
        501,
      )
      await post(at('account/email'), { email: PETRA.email, password: null }, headers)
      const invited = await post(
        at('workspace/invitations'),
        { email: 'karim@weidehaven.example', rights: 'member' },
        headers,
      )
      const { url } = await invited.json()
      expect(url).toMatch(new RegExp(`^${own.url}/link#`))
      const { stdout, code } = await own.command('sign-in-link', '--email', PETRA.email)
      expect(code).toBe(0)
      const secret = secretIn(stdout.trim())
      const chosen = await post(at('sessions/link/password'), { secret, password: PETRA.password })
      expect(await chosen.json()).toMatchObject({ kind: 'staff', name: 'Petra' })
      const nobody = await own.command('sign-in-link', '--email', 'niemand@weidehaven.example')
      expect(nobody).toMatchObject({ code: 1 })
    } finally {
      await own.stop()
    }
  })
})

test('a mail server that refuses is no reason to lose the colleague: the link comes back', async () => {
  const own = await startServer({ env: { SMTP_URL: 'smtp://127.0.0.1:1' } })
  try {
    const cookie = await own.startAs('Petra')
    const invited = await post(
      `${own.url}/api/v1/workspace/invitations`,
      { email: 'karim@weidehaven.example', rights: 'member' },
      { cookie },
    )
    expect((await invited.json()).url).toContain('/link#')
    await expect.poll(() => own.output()).toContain('a mail did not go out')
    expect(own.output()).not.toContain('karim')
  } finally {
    await own.stop()
  }
})
