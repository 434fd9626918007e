/**
 * How much of a file is looked at before it is refused. A long agreement with everything that people say and propose in it stays under
 * a fifth of each; `DECISIONS.md` says what the most costs.
 */
export const LIMITS = {
  /** Bytes of the file itself. */
  file: 20_000_000,
  /** Files in the package, pictures too. */
  entries: 2_000,
  /** Bytes of one part, and of all parts that are read together, as they come out of the package. */
  part: 10_000_000,
  together: 20_000_000,
  /** XML: elements in a text and in all texts together, how deep they stand, and how often as choices for other readers. */
  elements: 300_000,
  depth: 200,
  alternatives: 10,
  /** Attributes of one element, and signs of a value, a name, the address of a namespace. */
  attributes: 200,
  attribute: 1_000_000,
  name: 500,
  namespace: 200,
} as const
