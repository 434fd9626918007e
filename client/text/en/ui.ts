import type { ui as nl } from '../nl/ui.ts'

export const ui: typeof nl = {
  mainBar: 'Top bar',
  footer: 'Foot of the page',
}
