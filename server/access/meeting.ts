import type { Participation } from './participation.ts'

/** Who leads sets back how many do not understand an article, once it was talked about. Saying so oneself is for everybody who takes part. */
export function mayClearUnclear({ role }: Pick<Participation, 'role'>): boolean {
  return role === 'facilitator'
}
