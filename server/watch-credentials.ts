import type { People } from './people/people.ts'
import type { Rooms } from './rooms/rooms.ts'

/** How often (ms) it is looked whether what open connections came with still works: another process or the time may end it. */
const LOOK_EVERY = 2000

/** Ends live connections whose token or session was withdrawn or has expired. Gives what stops that. */
export function watchCredentials(
  rooms: Pick<Rooms, 'credentials' | 'endCredentials'>,
  people: Pick<People, 'tokensOver' | 'sessionsOver'>,
  onError: (error: unknown) => void,
): () => void {
  const look = async () => {
    const { tokens, sessions } = rooms.credentials()
    if (tokens.size + sessions.size === 0) return
    rooms.endCredentials({
      tokens: await people.tokensOver(tokens),
      sessions: await people.sessionsOver(sessions),
    })
  }
  const timer = setInterval(() => void look().catch(onError), LOOK_EVERY).unref()
  return () => clearInterval(timer)
}
