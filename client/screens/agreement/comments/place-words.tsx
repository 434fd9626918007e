import { useText } from '../../../text/index.ts'
import { useArticleRoom } from '../articles/article-room.ts'
import { useDerived } from '../use-derived.ts'
import type { Around } from '../workspace.tsx'
import { useCommentsRoom } from './comments-room.ts'
import type { SeenThread } from './comments-store.ts'
import { articleOf, isTakenOut } from './thread-place.ts'
import { useThreadWords } from './thread-words.ts'

/** What a thread is about, and what stood there when it is gone. */
export function PlaceWords({
  around,
  thread,
}: {
  around: Around
  thread: Pick<SeenThread, 'id' | 'anchor'>
}) {
  const { place: words } = useText().comments
  const { gone } = useCommentsRoom()
  const say = useThreadWords(around)
  const { anchor, id } = thread
  const observed = useArticleRoom()?.observed
  const place = useDerived(observed?.subscribe ?? never, () => {
    const body = observed?.get()
    return body === undefined
      ? { articleId: null, isOut: false }
      : { articleId: articleOf(anchor, body), isOut: isTakenOut(anchor, body) }
  })
  const article = say.article(place.articleId)
  if (place.isOut || gone.has(id)) {
    return (
      <div className="hs-comments__place">
        {article === null ? null : <p className="hs-comments__article">{article}</p>}
        <p className="hs-comments__gone">{anchor.kind === 'passage' ? words.gone : words.takenOut}</p>
        <blockquote lang="nl">{anchor.quote}</blockquote>
      </div>
    )
  }
  return (
    <div className="hs-comments__place">
      {article === null || anchor.kind === 'article' ? null : (
        <p className="hs-comments__article">{article}</p>
      )}
      {anchor.kind === 'passage' ? (
        <blockquote lang="nl">{anchor.quote}</blockquote>
      ) : (
        <p>{aboutWhat(anchor, article, words)}</p>
      )}
      {anchor.kind === 'proposal' && anchor.quote !== '' ? (
        <blockquote lang="nl">{anchor.quote}</blockquote>
      ) : null}
    </div>
  )
}

const never = () => () => {}

function aboutWhat(
  anchor: SeenThread['anchor'],
  article: string | null,
  words: ReturnType<typeof useText>['comments']['place'],
): string {
  switch (anchor.kind) {
    case 'fact':
      return words.fact(anchor.quote)
    case 'row':
      return words.row(anchor.quote)
    case 'proposal':
      return words.proposal
    default:
      return words.article(article ?? anchor.quote)
  }
}
