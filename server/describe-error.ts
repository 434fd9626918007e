/** An error as it may stand in the log. */
export type DescribedError = {
  name: string
  code?: string
  message?: string
  at: string[]
  cause?: DescribedError
}

/** These say in words of ours or of the system what was refused; the message of any other error can quote what people wrote. */
const OURS = [
  'NotKept',
  'UnknownDocument',
  'DocumentExists',
  'NoSuchDocument',
  'RestoreUnfinished',
  'FolderInUse',
]
const FRAMES = 12

/**
 * What happened and where in the program, without what people wrote: `JSON.parse` quotes the text it can not read, and a constraint
 * the value it does not take.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { name, message, stack = '', cause } = error
  const { code } = error as { code?: unknown }
  return {
    name: /^[\w.]{1,60}$/.test(name) ? name : 'Error',
    ...(typeof code === 'string' && /^\w{1,60}$/.test(code) && { code }),
    ...(OURS.includes(name) && { message }),
    at: framesOf(message === '' ? stack : stack.slice(stack.indexOf(message) + message.length)),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  }
}

/** The lines that name a place in the program, from the last one up to the first line that is something else. */
function framesOf(stack: string): string[] {
  const lines = stack.split('\n')
  const frames: string[] = []
  for (const line of lines.reverse()) {
    const place = /^ {4}at (?:[^()]{0,120} \()?((?:file:|node:|\/)[^()]{1,300}:\d+:\d+)\)?$/.exec(line)?.[1]
    if (
      place === undefined &&
      !/^ {4}at [\w.#<> [\]]{1,120}( \((<anonymous>|index \d+|native)\))?$/.test(line)
    )
      break
    if (place !== undefined) frames.unshift(place.replace(/^.*\/(?=(server|shared|node_modules)\/)/, ''))
  }
  return frames.slice(0, FRAMES)
}
