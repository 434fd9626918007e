import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../../server/config/config.ts'

const read = (env: Record<string, string>) => readConfig(env, '/srv/handslag')

test('an empty environment gives a server for this machine with its data beside it', () => {
  expect(read({})).toEqual({
    host: '127.0.0.1',
    port: 4870,
    dataDir: '/srv/handslag/data',
    publicUrl: null,
    sessionSecret: null,
    visitGap: null,
    mail: null,
    office: { program: null, folders: [] },
    remarks: [],
  })
})

test('what is set is taken; an empty value counts as absent', () => {
  const secret = 'x'.repeat(32)
  expect(
    read({
      PORT: '80',
      HOST: '::',
      DATA_DIR: '/var/handslag',
      PUBLIC_URL: 'https://handslag.example/',
      SESSION_SECRET: secret,
      VISIT_GAP: '5',
      DATABASE_URL: ' ',
      SMTP_URL: 'smtp://mail.example',
      OFFICE_PROGRAM: '/opt/office',
      PATH: '/usr/bin:bin::/bin',
    }),
  ).toEqual({
    host: '::',
    port: 80,
    dataDir: '/var/handslag',
    publicUrl: 'https://handslag.example',
    sessionSecret: secret,
    visitGap: 5000,
    mail: { smtpUrl: 'smtp://mail.example', from: 'handslag@handslag.example' },
    office: { program: '/opt/office', folders: ['/usr/bin', '/bin'] },
    remarks: [],
  })
  expect(read({ OFFICE_PROGRAM: 'No' }).office).toBeNull()
})

test('mail is from the address that is set, else from the public name, else from the mail server', () => {
  const from = (env: Record<string, string>) =>
    read({ SMTP_URL: 'smtps://u:p@mail.example:465', ...env }).mail?.from
  expect(from({ MAIL_FROM: 'hand@gemeente.example', PUBLIC_URL: 'https://h.example' })).toBe(
    'hand@gemeente.example',
  )
  expect(from({ PUBLIC_URL: 'https://h.example' })).toBe('handslag@h.example')
  expect(from({})).toBe('handslag@mail.example')
})

describe('a wrong value stops with one sentence that names the variable and what it expects', () => {
  const wrong: [name: string, value: string, expects: string][] = [
    ['PORT', 'eighty', 'a whole number from 0 to 65535; found "eighty"'],
    ['OFFICE_PROGRAM', 'soffice', 'the whole path of an office program, such as /usr/bin/soffice, or no'],
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number'],
    ['HOST', 'http://localhost', 'without scheme or port'],
    ['HOST', 'localhost:80', 'without scheme or port'],
    ['PUBLIC_URL', 'handslag.example', 'an address with http or https and no path'],
    ['PUBLIC_URL', 'https://handslag.example/app', 'no path'],
    ['PUBLIC_URL', 'ftp://handslag.example', 'http or https'],
    ['VISIT_GAP', '0', 'a whole number of seconds'],
    ['VISIT_GAP', '2 min', 'a whole number of seconds'],
    ['SESSION_SECRET', 'short', 'at least 32 characters; found 5'],
    ['DATABASE_URL', 'mysql://u:geheim@db/x', 'begins with postgres://; found "mysql://…"'],
    ['DATABASE_URL', 'postgres://u:geheim@db/x', 'not yet possible'],
    ['REDIS_URL', 'http://cache', 'begins with redis://'],
    ['REDIS_URL', 'redis://:geheim@cache', 'not yet possible'],
    ['MAIL_FROM', 'Handslag', 'an e-mail address, such as'],
    ['SMTP_URL', 'smtp://', 'begins with smtp:// or smtps://'],
    ['SMTP_URL', 'mail.example', 'begins with smtp:// or smtps://'],
    ['OIDC_ISSUER', 'https://id.example', 'OIDC_CLIENT_ID expects a value'],
  ]
  test.each(wrong)('%s=%s', (name, value, expects) => {
    let message = ''
    try {
      read({ [name]: value })
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      message = error.message
    }
    expect(message).toContain(expects)
    expect(message).toContain(name.split('_')[0])
    expect(message).not.toMatch(/\n|geheim/)
  })
})
