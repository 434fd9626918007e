import { z } from 'zod'

/** Who is calling, and what for. */
export const me = z.object({
  /** Staff of the workspace, a guest with invitations, or nobody yet. */
  kind: z.enum(['staff', 'guest', 'nobody']),
  personId: z.string().nullable(),
  name: z.string().nullable(),
  /** What a member may do in the workspace; null for everybody else. */
  rights: z.enum(['admin', 'member']).nullable(),
  /** True on a loopback host, as long as the first member has no other way in: the start screen signs in as the first member with one button. */
  canStartHere: z.boolean(),
  /** True when the server can send mail, and so links to sign in with. */
  canMail: z.boolean(),
  /** True when the server can make OpenDocument and PDF files. */
  canOffice: z.boolean().default(false),
})
