import type { OpenProposal } from '../../../shared/protocol/endpoints-proposals.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { useMaybeCommentsRoom } from '../agreement/comments/comments-room.ts'
import { nameOfAct } from './name-of-act.ts'

type Props = {
  proposal: Pick<OpenProposal, 'id'>
  /** What is proposed, in words, to be read above the discussion. */
  quote: string
  /** Told when the discussion opens elsewhere on the screen. */
  onGone: (() => void) | undefined
}

/** The way to what people say about a proposal; where nobody said anything, the way to begin. */
export function DiscussProposal({ proposal, quote, onGone }: Props) {
  const { proposals: words } = useText()
  const room = useMaybeCommentsRoom()
  if (room === null) return null
  const about = room.state.threads.filter(
    ({ anchor }) => anchor.kind === 'proposal' && anchor.proposalId === proposal.id,
  )
  const thread = about.find(({ state }) => state === 'open') ?? about[0]
  if (thread === undefined && !room.mayComment) return null
  const said = about.reduce((sum, { comments }) => sum + comments.length, 0)
  const discuss = () => {
    onGone?.()
    if (thread === undefined)
      return room.begin({ kind: 'proposal', proposalId: proposal.id, quote: quote.slice(0, QUOTE) })
    room.look(thread.id)
    room.show()
  }
  const act = said === 0 ? words.discuss : words.discussed(said)
  return (
    <Button icon="comment" aria-label={nameOfAct(act, quote)} onPress={discuss}>
      {act}
    </Button>
  )
}

/** So much (characters) of a proposal is enough to know it by. */
const QUOTE = 200
