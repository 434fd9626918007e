import type { People } from './people/people.ts'
import type { Rooms } from './rooms/rooms.ts'

/** How often (ms) it is looked whether tokens of open connections still work: they are withdrawn by another process. */
const LOOK_EVERY = 2000

/** Ends live connections whose token was withdrawn or has expired. Gives what stops that. */
export function watchTokens(
  rooms: Pick<Rooms, 'tokens' | 'endTokens'>,
  people: Pick<People, 'tokensOver'>,
  onError: (error: unknown) => void,
): () => void {
  const look = async () => {
    const tokens = rooms.tokens()
    if (tokens.size > 0) rooms.endTokens(await people.tokensOver(tokens))
  }
  const timer = setInterval(() => void look().catch(onError), LOOK_EVERY).unref()
  return () => clearInterval(timer)
}
