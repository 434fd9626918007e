/**
 * Conditions on the facts that a paragraph can name in `onlyIf`; it is left out while its condition is false.
 * A fact that nobody answered yet makes none of them true, except where it says so.
 */
export const NAMED_CONDITIONS = {
  /** `boundaries.jointFamilyWorkAllowed` is true. */
  joint_family_work_allowed: 'boundaries.jointFamilyWorkAllowed',
  /** `term.indefinite` is not true: the term has, or will get, an end date. True while unanswered. */
  fixed_term: 'term.indefinite',
  /** `term.indefinite` is true. */
  indefinite: 'term.indefinite',
  /** At least one line of `financing.lines` has kind paraprofessional_fee. */
  paid_intermediaries: 'financing.lines',
  /** `legalStatus` is mixed: some articles bind, the others do not. */
  binding_mixed: 'legalStatus',
  /** `legalStatus` is binding: the whole text binds. */
  binding_all: 'legalStatus',
  /** `legalStatus` is intent: all parts are intentions. */
  intent_only: 'legalStatus',
} as const satisfies Record<string, string>

export type NamedCondition = keyof typeof NAMED_CONDITIONS
export const CONDITION_NAMES = Object.keys(NAMED_CONDITIONS) as readonly NamedCondition[]

/** True for a name in `NAMED_CONDITIONS`. */
export function isNamedCondition(name: string): name is NamedCondition {
  return Object.hasOwn(NAMED_CONDITIONS, name)
}
