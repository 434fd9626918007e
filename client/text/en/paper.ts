import type { paper as nl } from '../nl/paper.ts'

export const paper: typeof nl = {}
