import type { steps as nl } from '../nl/steps.ts'

/** The screen with the seven steps. What the steps say comes from the catalogue, in Dutch. */
export const steps: typeof nl = {
  title: 'In seven steps',
}
