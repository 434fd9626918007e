import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

export type ProgramBounds = {
  /** How long (ms) it may take. */
  time: number
  /** Ends it sooner. */
  signal: AbortSignal
}
export type Program = { file: string; words: readonly string[]; folder: string; env: Record<string, string> }

/** A program that did not do its work; `said` is the beginning of what it printed. */
export class ProgramFailed extends Error {
  override name = 'ProgramFailed'
}

/** How much (signs) of what a program prints is read. */
const HEARD = 4096

/**
 * Runs a program to its end, and ends it with everything it started when that takes too long. Rejects with `ProgramFailed` when it can not be
 * started, ends otherwise than well, or is ended. No shell reads its words.
 */
export async function runProgram(
  { file, words, folder, env }: Program,
  bounds: ProgramBounds,
): Promise<void> {
  const child = spawn(file, words, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: an office program is a script around the program that does the work.
    detached: true,
  })
  giveWay(child)
  const said = listenTo(child)
  const signal = AbortSignal.any([bounds.signal, AbortSignal.timeout(bounds.time)])
  const how = await endOf(child, signal)
  endGroup(child)
  child.stdout?.destroy()
  child.stderr?.destroy()
  if (how !== null) throw new ProgramFailed(`${how}: ${said()}`)
}

/** Null when it ended well, else how it ended. */
function endOf(child: ChildProcess, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const stop = () => resolve('it was ended, as it took too long or the server stops')
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    child.once('error', (error) => resolve(`it could not be started (${error.message})`))
    // Not `close`: something that it left behind could hold its output open for ever.
    child.once('exit', (code, by) => resolve(code === 0 ? null : `it ended with ${code ?? by}`))
  })
}

/** What people type comes before a file that is waited for. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It ended already.
  }
}

/** The program and all that it started, also what is left of that after a good end. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All of them ended already.
  }
}

function listenTo(child: ChildProcess): () => string {
  let heard = ''
  for (const stream of [child.stdout, child.stderr]) {
    // What is more than that is read and let go, so that the program never waits for a reader.
    stream?.setEncoding('utf8').on('data', (text: string) => {
      heard = (heard + text).slice(0, HEARD)
    })
  }
  return () => heard.trim()
}
