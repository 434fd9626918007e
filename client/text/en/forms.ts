import type { forms as nl } from '../nl/forms.ts'

export const forms: typeof nl = {}
