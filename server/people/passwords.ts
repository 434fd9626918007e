import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refusal } from '../access/refusal.ts'

const argon2id = promisify(argon2).bind(null, 'argon2id')

/** Memory (KiB), passes and lanes. */
export type Cost = { memory: number; passes: number; parallelism: number }
/** More than the OWASP Password Storage Cheat Sheet asks for (19 MiB, 2, 1). */
const COST: Cost = { memory: 32 * 1024, passes: 3, parallelism: 1 }
const TAG_LENGTH = 32
/** At once, and waiting: each takes a thread and the memory above, and everybody's files wait for the same threads. */
const AT_ONCE = 2
const WAITING = 40

/** One spelling for what looks the same (NIST SP 800-63B, 3.1.1.2). */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8')

export type Passwords = ReturnType<typeof createPasswords>

/** Hashes passwords (argon2id, RFC 9106) and compares them. Rejects with a refusal `too-many-requests` when too many wait. */
export function createPasswords(wanted = COST) {
  const inLine = queue(AT_ONCE, WAITING)
  /** Compared when there is no password to compare with, so that the answer takes as long. */
  let decoy: Promise<string> | null = null

  async function hash(password: string): Promise<string> {
    const salt = randomBytes(16)
    const tag = await inLine(() => derive(password, salt, wanted))
    return written(wanted, salt, tag)
  }

  return {
    hash,

    /** Whether the password is the one behind the hash. Without a hash it takes the same time, and is not. */
    async matches(password: string, kept: string | null): Promise<boolean> {
      decoy ??= hash(randomBytes(16).toString('base64url'))
      const { cost, salt, tag } = read(kept ?? (await decoy))
      const found = await inLine(() => derive(password, salt, cost))
      return timingSafeEqual(found, tag) && kept !== null
    },

    /** Whether a hash was made with other numbers than those of today. */
    isDated(kept: string): boolean {
      return !kept.startsWith(prefixOf(wanted))
    },
  }
}

async function derive(password: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  return argon2id({ message: bytesOf(password), nonce: salt, tagLength: TAG_LENGTH, ...cost })
}

const prefixOf = ({ memory, passes, parallelism }: Cost) =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`

/** As hashes of argon2 are written everywhere (the PHC string format). */
function written(cost: Cost, salt: Buffer, tag: Buffer): string {
  return `${prefixOf(cost)}${unpadded(salt)}$${unpadded(tag)}`
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

function read(text: string): { cost: Cost; salt: Buffer; tag: Buffer } {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(text)
  if (!found) throw new RangeError('a kept password expects the form $argon2id$v=19$…')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

/** Runs work, so many at once; throws a refusal when too much waits already. */
function queue(atOnce: number, waiting: number) {
  let running = 0
  const line: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new Refusal('too-many-requests')
      await new Promise<void>((go) => line.push(go))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running -= 1
    }
  }
}
