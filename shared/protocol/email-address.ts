import { z } from 'zod'

/** An e-mail address as it is sent; what people type around it does not count. */
export const emailAddress = z.string().trim().max(254).pipe(z.email())

/** Whether a text is an e-mail address at all. */
export function isEmailAddress(text: string): boolean {
  return emailAddress.safeParse(text).success
}
