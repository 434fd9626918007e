import { useLanguage, useText } from '../../../text/index.ts'
import { sayMoment } from '../history/moment.ts'
import { nameOfEntry } from '../history/name-of-place.ts'
import { partiesOf, sayPerson } from '../history/people.ts'
import type { Around } from '../workspace.tsx'
import { useCommentsRoom } from './comments-room.ts'
import type { SeenThread, Speaker } from './comments-store.ts'

/** How people, moments and places of comments are called on the screen. */
export function useThreadWords(around: Around) {
  const { comments: words, history, paper, everywhere } = useText()
  const { language } = useLanguage()
  const room = useCommentsRoom()
  const parties = partiesOf(around.overview.parties, everywhere.unnamedParty)
  return {
    person: (person: Speaker) => sayPerson(person, parties, around.you.personId, history),
    moment: (iso: string) => sayMoment(iso, history, language, new Date()),
    circle: ({ circle }: Pick<SeenThread, 'circle'>) =>
      circle === 'everyone' ? words.circle.everyone : (room.ownCircle ?? ''),
    /** The article or annex it belongs to: "Artikel 3, Zo werken wij samen". */
    article: (articleId: string | null) => {
      const entry = around.overview.entries.find(({ id }) => id === articleId)
      return entry === undefined ? null : nameOfEntry(entry, { history, paper })
    },
  }
}
