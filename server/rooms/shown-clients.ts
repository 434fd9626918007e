import type { DocumentLog, ShownClient } from '../storage/document-log.ts'
import type { Clock } from './clock.ts'
import { LIMITS } from './limits.ts'

/**
 * Keeps which client ids have their first person by a cursor, a moment later and for all documents in one go: five hundred who come back
 * at once cost one write. What the disk refuses waits for the next time, up to a bound.
 */
export class ShownClients {
  readonly #log: Pick<DocumentLog, 'keepShown'>
  readonly #clock: Clock
  readonly #onError: (error: unknown) => void
  #waiting: (ShownClient & { documentId: string })[] = []
  #stopTimer: (() => void) | null = null
  #keeping: Promise<void> = Promise.resolve()

  constructor(log: Pick<DocumentLog, 'keepShown'>, clock: Clock, onError: (error: unknown) => void) {
    this.#log = log
    this.#clock = clock
    this.#onError = onError
  }

  add(documentId: string, client: ShownClient): void {
    if (this.#waiting.length >= LIMITS.shownWaiting) return
    this.#waiting.push({ documentId, ...client })
    this.#keepLater(LIMITS.keepShownAfter)
  }

  /** Keeps what waits and stops; what the disk refuses now is lost. */
  async close(): Promise<void> {
    await this.#keepNow()
    this.#stopTimer?.()
  }

  #keepLater(milliseconds: number): void {
    this.#stopTimer ??= this.#clock.after(milliseconds, () => {
      this.#stopTimer = null
      void this.#keepNow()
    })
  }

  #keepNow(): Promise<void> {
    this.#keeping = this.#keeping.then(async () => {
      const clients = this.#waiting
      this.#waiting = []
      if (clients.length === 0) return
      try {
        await this.#log.keepShown(clients)
      } catch (error) {
        this.#waiting = [...clients, ...this.#waiting].slice(0, LIMITS.shownWaiting)
        this.#keepLater(LIMITS.askAgainAfter)
        this.#onError(error)
      }
    })
    return this.#keeping
  }
}
