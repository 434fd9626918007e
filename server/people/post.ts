import { createTransport } from 'nodemailer'

/** How long (ms) a mail server may take: somebody waits for the answer when a colleague is invited. */
const PATIENCE = 15_000
/** Mails on their way at once. */
const MOST_UNDER_WAY = 100

/** One mail, in plain text: a link in it can be read before it is followed, and nothing in it is fetched. */
export type Letter = { to: string; subject: string; text: string }

/** Sends mail. */
export type Post = {
  /** Resolves when the mail server took it; rejects when it did not. */
  send(letter: Letter): Promise<void>
  /** Does the work and sends what it gives, while nobody waits. What goes wrong is told to the operator alone. */
  sendLater(write: () => Promise<Letter | null>): void
  /** Waits for what is under way. */
  close(): Promise<void>
}

export type PostOptions = { smtpUrl: string; from: string; onError: (error: unknown) => void }

/** A post office at an SMTP server. Connects when there is something to send. */
export function openPost({ smtpUrl, from, onError }: PostOptions): Post {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const underWay = new Set<Promise<void>>()

  async function send(letter: Letter): Promise<void> {
    await transport.sendMail({ from: { name: 'Handslag', address: from }, ...letter })
  }

  return {
    send,
    sendLater(write) {
      if (underWay.size >= MOST_UNDER_WAY) return onError(new Error('too many mails are under way'))
      const work: Promise<void> = write()
        .then((letter) => (letter ? send(letter) : undefined))
        .catch(onError)
        .finally(() => underWay.delete(work))
      return void underWay.add(work)
    },
    close: async () => {
      await Promise.all(underWay)
      transport.close()
    },
  }
}
