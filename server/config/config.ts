import { isIP } from 'node:net'
import { delimiter, isAbsolute, resolve } from 'node:path'

/** Everything the environment decides, checked once; this room is the only reader of the environment. */
export type Config = {
  host: string
  /** 0 lets the system choose a free port. */
  port: number
  /** Absolute folder that holds everything that is kept. */
  dataDir: string
  /** Origin under which people reach the server when something stands in front of it; null: the address it listens on. */
  publicUrl: string | null
  /** Null: made once and kept in `dataDir`. */
  sessionSecret: string | null
  /** Who was away for so long (ms) begins a new visit by coming back; null: the usual. */
  visitGap: number | null
  /** Where mail is handed over and whom it is from; null: no mail is sent. */
  mail: { smtpUrl: string; from: string } | null
  /** The office program by its file, else to be looked for in these folders; null: none may be used. */
  office: { program: string | null; folders: string[] } | null
  /** What is set and right, but has no effect yet: one sentence each, for the operator. */
  remarks: string[]
}

/** A wrong value; its message is one sentence that names the variable and what it expects. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Signing on with another service comes later; its settings are checked already. */
const LATER = ['OIDC_ISSUER']

/** Reads and checks the environment. Throws a `ConfigError` for the first value that can not be used. Design, section 2. */
export function readConfig(env: Record<string, string | undefined>, workingFolder: string): Config {
  refuseWhatComesLater(env)
  checkSignOn(env)
  return {
    host: readHost(env),
    port: readPort(env),
    dataDir: resolve(workingFolder, given(env, 'DATA_DIR') ?? 'data'),
    publicUrl: readPublicUrl(env),
    sessionSecret: readSessionSecret(env),
    visitGap: readVisitGap(env),
    mail: readMail(env),
    office: readOffice(env),
    remarks: LATER.filter((name) => given(env, name) !== null).map(
      (name) => `${name} is set, but has no effect yet.`,
    ),
  }
}

/** An empty value counts as absent: that is how compose files and shells leave a variable out. */
function given(env: Record<string, string | undefined>, name: string): string | null {
  const value = env[name]?.trim()
  return value ? value : null
}

function refuse(name: string, expects: string, found: string): never {
  throw new ConfigError(`${name} expects ${expects}; found "${found}".`)
}

function readPort(env: Record<string, string | undefined>): number {
  const text = given(env, 'PORT')
  if (text === null) return 4870
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) refuse('PORT', 'a whole number from 0 to 65535', text)
  return port
}

function readHost(env: Record<string, string | undefined>): string {
  const host = given(env, 'HOST') ?? '127.0.0.1'
  if (!isIP(host) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host))
    refuse('HOST', 'a host name or IP address to listen on, without scheme or port', host)
  return host
}

function readPublicUrl(env: Record<string, string | undefined>): string | null {
  const text = given(env, 'PUBLIC_URL')
  if (text === null) return null
  const url = URL.parse(text)
  const isOrigin = url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search
  if (!isOrigin || url.username || url.hash)
    refuse('PUBLIC_URL', 'an address with http or https and no path, such as https://handslag.example', text)
  return url.origin
}

function readSessionSecret(env: Record<string, string | undefined>): string | null {
  const secret = given(env, 'SESSION_SECRET')
  // The value itself never stands in a message: messages end up in logs.
  if (secret !== null && secret.length < 32)
    throw new ConfigError(`SESSION_SECRET expects at least 32 characters; found ${secret.length}.`)
  return secret
}

function readVisitGap(env: Record<string, string | undefined>): number | null {
  const text = given(env, 'VISIT_GAP')
  if (text === null) return null
  const seconds = Number(text)
  if (!/^\d{1,6}$/.test(text) || seconds === 0)
    refuse('VISIT_GAP', 'a whole number of seconds, 1 or more', text)
  return seconds * 1000
}

/** Settings whose meaning is fixed but whose work is not built yet: better no start than data in another place than meant. */
function refuseWhatComesLater(env: Record<string, string | undefined>): void {
  const database = given(env, 'DATABASE_URL')
  if (database !== null) {
    if (!/^postgres(ql)?:\/\/./.test(database))
      refuse('DATABASE_URL', 'an address that begins with postgres://', schemeOf(database))
    throw new ConfigError(
      'DATABASE_URL names PostgreSQL, which is not yet possible; leave DATABASE_URL out to keep everything in DATA_DIR.',
    )
  }
  const redis = given(env, 'REDIS_URL')
  if (redis === null) return
  if (!/^rediss?:\/\/./.test(redis))
    refuse('REDIS_URL', 'an address that begins with redis://', schemeOf(redis))
  throw new ConfigError('REDIS_URL joins several servers, which is not yet possible; leave REDIS_URL out.')
}

function readMail(env: Record<string, string | undefined>): Config['mail'] {
  const smtpUrl = given(env, 'SMTP_URL')
  const from = given(env, 'MAIL_FROM')
  if (from !== null && !/^[^\s@<>]+@[^\s@<>]+$/.test(from))
    refuse('MAIL_FROM', 'an e-mail address, such as handslag@gemeente.example', from)
  if (smtpUrl === null) return null
  const server = /^smtps?:\/\/./.test(smtpUrl) ? URL.parse(smtpUrl) : null
  if (!server?.hostname)
    refuse('SMTP_URL', 'an address that begins with smtp:// or smtps://', schemeOf(smtpUrl))
  const publicUrl = readPublicUrl(env)
  const domain = publicUrl === null ? server.hostname : new URL(publicUrl).hostname
  return { smtpUrl, from: from ?? `handslag@${domain}` }
}

/** `no` in any case of letters says that none is used. */
function readOffice(env: Record<string, string | undefined>): Config['office'] {
  const program = given(env, 'OFFICE_PROGRAM')
  if (program?.toLowerCase() === 'no') return null
  if (program !== null && !isAbsolute(program))
    refuse('OFFICE_PROGRAM', 'the whole path of an office program, such as /usr/bin/soffice, or no', program)
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  return { program, folders }
}

const SIGN_ON = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

function checkSignOn(env: Record<string, string | undefined>): void {
  const missing = SIGN_ON.filter((name) => given(env, name) === null)
  if (missing.length === SIGN_ON.length) return
  if (missing[0])
    throw new ConfigError(`${missing[0]} expects a value when another OIDC_ variable is set; found none.`)
  const issuer = given(env, 'OIDC_ISSUER') ?? ''
  if (!URL.parse(issuer)?.protocol.startsWith('http'))
    refuse('OIDC_ISSUER', 'the https address of the sign-on service', issuer)
}

/** Addresses of services carry passwords; only what stands before `://` may be shown. */
function schemeOf(address: string): string {
  const end = address.indexOf('://')
  return end < 0 ? 'an address without ://' : `${address.slice(0, end)}://…`
}
