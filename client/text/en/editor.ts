import type { editor as nl } from '../nl/editor.ts'

export const editor: typeof nl = {}
