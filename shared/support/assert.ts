/** Throws a RangeError with `message` when `condition` is false. For misuse by code, never for bad input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new RangeError(message)
}
