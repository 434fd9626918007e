import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it came in: to whom, and its words with the transfer encoding taken away. */
export type ReceivedMail = { to: string[]; from: string; subject: string; text: string }

/** A real mail server that keeps what it gets. */
export type Mailbox = {
  /** What the product is told as SMTP_URL. */
  url: string
  mails: readonly ReceivedMail[]
  /** The link in the newest mail to this address, as soon as there are `count` mails to it. */
  linkTo: (address: string, count?: number) => Promise<string>
  close: () => Promise<void>
}

/** Opens a mail server on a free port of this machine. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const waiting = new Set<() => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        mails.push(
          read(
            Buffer.concat(pieces).toString('latin1'),
            session.envelope.rcptTo.map((to) => to.address),
          ),
        )
        for (const look of waiting) look()
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    linkTo: (address, count = 1) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const mine = mails.filter(({ to }) => to.includes(address))
          if (mine.length < count) return
          waiting.delete(look)
          const [link] = /https?:\/\/\S+\/link#\S+/.exec(mine.at(-1)?.text ?? '') ?? []
          if (link === undefined) reject(new Error(`no link in the mail: ${mine.at(-1)?.text}`))
          else resolve(link)
        }
        waiting.add(look)
        look()
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function read(raw: string, to: string[]): ReceivedMail {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  const body = raw.slice(end + 4)
  return {
    to,
    from: header('from'),
    subject: header('subject'),
    text: decoded(body, header('content-transfer-encoding')),
  }
}

/** RFC 2045, section 6. */
function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
