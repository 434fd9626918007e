/** What somebody typed, read: a value (null for nothing), or why it is none. `reason` names the sentence that complains. */
export type Parsed<T> = { ok: true; value: T | null } | { ok: false; reason: ComplaintReason }

export type ComplaintReason =
  | 'date'
  | 'money'
  | 'number'
  | 'wholeNumber'
  | 'tooManyDecimals'
  | 'tooLarge'
  | 'tooLong'
