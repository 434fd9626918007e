import { useText } from '../../text/index.ts'
import { Icon } from '../../ui/icon.tsx'
import { openIn, useMaybeProposals } from './proposals-room.ts'
import './proposals.css'

/** Under an article: how many proposals wait there, and the way to them. */
export function ArticleProposals({ id, name }: { id: string; name: string }) {
  const { proposals } = useText()
  const room = useMaybeProposals()
  const count = openIn(room?.view ?? null, id).length
  if (room === null || count === 0) return null
  return (
    <button
      type="button"
      className="hs-add-clause hs-article-proposals"
      aria-label={proposals.countAt(count, name)}
      onClick={() => room.openList(id)}
    >
      <Icon name="write" size={18} />
      {proposals.count(count)}
    </button>
  )
}
