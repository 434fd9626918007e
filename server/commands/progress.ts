/** Where progress is said: standard error, of which a terminal alone is looked at. */
export type ProgressStream = { isTTY?: boolean; write: (text: string) => unknown }

/** How often (ms) the seconds are counted on. */
const STEP = 1000

/**
 * Says on a terminal that something is being done, and for how long already, until it is done or went wrong; then the line is taken away. Says nothing where
 * nobody looks on, such as in a script.
 */
export async function withProgress<T>(stream: ProgressStream, words: string, work: Promise<T>): Promise<T> {
  if (!stream.isTTY) return work
  let seconds = 0
  // Carriage return, and "erase to the end of the line" (ECMA-48, EL).
  const say = (text: string) => stream.write(`\r\u001b[K${text}`)
  say(words)
  const timer = setInterval(() => {
    seconds += STEP / 1000
    say(`${words} ${seconds} s`)
  }, STEP)
  try {
    return await work
  } finally {
    clearInterval(timer)
    say('')
  }
}
