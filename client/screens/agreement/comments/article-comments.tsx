import { useText } from '../../../text/index.ts'
import { VisuallyHidden } from '../../../ui/hidden.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useMaybeCommentsRoom } from './comments-room.ts'
import './comments.css'

const openOf = (room: NonNullable<ReturnType<typeof useMaybeCommentsRoom>>, articleId: string) =>
  room.of(articleId).filter(({ state }) => state === 'open')

/** Beside the heading of an article: how many threads are open about it, and the way to them; with none, the way to say something. */
export function ArticleComments({ id, name }: { id: string; name: string }) {
  const { of } = useText().comments
  const room = useMaybeCommentsRoom()
  if (room === null) return null
  const open = openOf(room, id)
  const count = open.length
  if (count === 0 && !room.mayComment) return null
  const press = () => {
    if (count === 0) return room.begin({ kind: 'article', articleId: id, quote: name.slice(0, 300) })
    room.setFilter('open')
    room.look(open[0]?.id ?? null)
    room.show()
  }
  return (
    <button
      type="button"
      className={`hs-comment-count ${count === 0 ? '' : 'hs-comment-count--some'}`}
      aria-label={of.open(count, name)}
      title={of.open(count, name)}
      onClick={press}
    >
      <Icon name="comment" size={18} />
      {count === 0 ? null : <span aria-hidden="true">{count}</span>}
    </button>
  )
}

/** In the list of articles: how many threads are open about it. */
export function CommentCount({ id }: { id: string }) {
  const { of } = useText().comments
  const room = useMaybeCommentsRoom()
  const count = room === null ? 0 : openOf(room, id).length
  if (count === 0) return null
  return (
    <>
      {' '}
      <span className="hs-comment-mark" aria-hidden="true">
        <Icon name="comment" size={16} />
        {count}
      </span>
      <VisuallyHidden>{of.count(count)}</VisuallyHidden>
    </>
  )
}
