import { z } from 'zod'

/** An id that is random and made by who sends: what is sent again after a bad connection is the same thing. */
export const clientMadeId = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/)
