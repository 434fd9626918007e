/** Ends a switch over a union: does not compile when a case is forgotten, throws when a foreign value comes by. */
export function exhaustive(value: never): never {
  throw new RangeError(`unexpected case: ${JSON.stringify(value)}`)
}
