import type { STEP_SCREENS } from '../../../shared/template/steps.ts'

/** The address of an agreement, at the first of these places on its paper that there is. */
export function addressIn(agreementId: string, targets: readonly string[] = []): string {
  const hash = targets.length === 0 ? '' : `#${targets.join(',')}`
  return `/agreements/${encodeURIComponent(agreementId)}${hash}`
}

export type StepScreen = (typeof STEP_SCREENS)[number]

/** The words of the screens beside the paper in an address. */
const WORDS: Record<StepScreen, string> = {
  scan: 'drempels',
  tasks: 'taken',
  advice: 'punten',
  consultation: 'achterban',
}

/** The address of a screen beside the paper. */
export function screenAddress(agreementId: string, screen: StepScreen): string {
  return `${addressIn(agreementId)}/${WORDS[screen]}`
}
