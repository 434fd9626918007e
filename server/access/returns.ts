import { mayLead, type Participation } from './participation.ts'
import { mayPropose } from './proposals.ts'

type Brought = { by: { personId: string } }

/** Who brings a file back wants the text otherwise: it is for whoever may propose that. */
export const mayBringBack = mayPropose

/** What a file holds is seen by who brought it alone, and only they make proposals of it: a proposal has the name of who wants it. */
export function isOwnReturn({ personId }: Participation, brought: Brought): boolean {
  return brought.by.personId === personId
}

/** A file is taken away by who brought it, and by who leads, who sees that it is there and not what is in it. */
export function mayRemoveReturn(by: Participation, brought: Brought): boolean {
  return isOwnReturn(by, brought) || mayLead(by)
}
