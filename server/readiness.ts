/** Why this server can keep nothing now; names for machines, the same as storage gives. */
export type WhyNotReady = string

export type Readiness = {
  /** Null when what is written can be kept. */
  whyNot(): Promise<WhyNotReady | null>
  /** From here on it is not: the server goes down. */
  close(): void
}

/** How long (ms) one proof serves: asking is free for everybody, and each proof costs a sync to disk. */
const SERVES = 1000
/** A disk that answers later than this (ms) is no disk to write on; the proof itself goes on, and the next question looks at it again. */
const PATIENCE = 5000

export type ReadinessParts = {
  /** Rejects when nothing can be kept; an error's `why` says it in one word. */
  prove: () => Promise<void>
  /** Is told when the answer becomes another. */
  onChange: (why: WhyNotReady | null) => void
  now?: () => number
  patience?: number
}

/** Knows whether the server can do what it is for, by doing it. */
export function createReadiness({
  prove,
  onChange,
  now = Date.now,
  patience = PATIENCE,
}: ReadinessParts): Readiness {
  let proof: Promise<WhyNotReady | null> | null = null
  let provenAt = Number.NEGATIVE_INFINITY
  let isUnderWay = false
  let isClosing = false
  let sayClosing = () => {}
  const closing = new Promise<WhyNotReady>((resolve) => {
    sayClosing = () => resolve('closing')
  })
  let last: WhyNotReady | null = null

  async function look(): Promise<WhyNotReady | null> {
    isUnderWay = true
    try {
      await prove()
      return null
    } catch (error) {
      return (error as { why?: string }).why ?? 'trouble'
    } finally {
      isUnderWay = false
    }
  }

  async function whyNot(): Promise<WhyNotReady | null> {
    if (isClosing) return 'closing'
    // One proof at a time: a disk that hangs is not asked again and again.
    if (!proof || (!isUnderWay && now() - provenAt > SERVES)) {
      provenAt = now()
      proof = look()
    }
    const why = await Promise.race([within(proof, patience), closing])
    return isClosing ? 'closing' : why
  }

  return {
    async whyNot() {
      const why = await whyNot()
      if (why !== last) onChange(why)
      last = why
      return why
    },
    close: () => {
      isClosing = true
      sayClosing()
    },
  }
}

function within(proof: Promise<WhyNotReady | null>, patience: number): Promise<WhyNotReady | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('slow'), patience)
    proof.then((why) => {
      clearTimeout(timer)
      resolve(why)
    })
  })
}
