import type { Participation } from './participation.ts'

/**
 * What is still open is written down, changed and ticked off by everybody who has something to say: it is a list of all together. Who only reads
 * sees it.
 */
export function mayChangeOpenPoints({ role }: Pick<Participation, 'role'>): boolean {
  return role !== 'reader'
}
