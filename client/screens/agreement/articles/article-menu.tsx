import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { useText } from '../../../text/index.ts'
import { AnchoredMenu } from '../../../ui/anchored.tsx'
import { type OpenPointsRoom, useMaybeOpenPoints } from '../../open-points/open-points-room.ts'
import { type ProposalsRoom, useMaybeProposals } from '../../proposals/proposals-room.ts'
import { useMaybeCommentsRoom } from '../comments/comments-room.ts'
import { type ArticleRoom, useArticleRoom } from './article-room.ts'
import { findText } from './find-text.ts'
import './articles.css'

type Props = {
  id: string
  /** "Artikel 6 Hoe lang duurt de samenwerking?" */
  name: string
  /** Begins to drag; the outline gives it, the paper does not. */
  onDragFrom?: ((event: PointerEvent<HTMLElement>) => void) | undefined
  /** Told before a dialog opens over it. */
  onLeave?: () => void
}

/** One button per article: dragged it moves it, pressed it opens what can be done with it, Alt with the arrows moves it too. */
export function ArticleMenu({ id, name, onDragFrom, onLeave = () => {} }: Props) {
  const room = useArticleRoom()
  const { articles, comments, openPoints, proposals } = useText()
  const proposing = useMaybeProposals()
  const isProposing = proposing?.mode.isOn() ?? false
  const points = useMaybeOpenPoints()
  const said = useMaybeCommentsRoom()
  const button = useRef<HTMLButtonElement>(null)
  const hint = useId()
  const [isOpen, setOpen] = useState(false)
  if (!room?.canWrite) return null
  const comment = {
    key: 'comment',
    label: comments.write.onArticle,
    onChoose: () => {
      onLeave()
      said?.begin({ kind: 'article', articleId: id, quote: name.slice(0, 300) })
    },
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || direction === 0) return
    event.preventDefault()
    room.move(id, direction)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`hs-article-menu ${onDragFrom ? 'hs-article-menu--drags' : ''}`}
        aria-label={articles.menu(name)}
        aria-describedby={onDragFrom ? hint : undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onPointerDown={onDragFrom}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="currentColor">
          <path d="M6 3h2v2H6zM12 3h2v2h-2zM6 9h2v2H6zM12 9h2v2h-2zM6 15h2v2H6zM12 15h2v2h-2z" />
        </svg>
      </button>
      {onDragFrom ? (
        <span id={hint} hidden>
          {articles.menuHint}
        </span>
      ) : null}
      {isOpen ? (
        <AnchoredMenu
          anchor={button}
          label={articles.menu(name)}
          placement="bottom end"
          onClose={() => setOpen(false)}
          choices={[
            ...(isProposing ? [] : choicesFor(id, room, articles, onLeave)),
            ...proposalChoices(id, room, proposing, proposals.menu, onLeave),
            ...(said?.mayComment ? [comment] : []),
            ...pointChoice(id, points, openPoints.make, onLeave),
          ]}
        />
      ) : null}
    </>
  )
}

function choicesFor(
  id: string,
  room: ArticleRoom,
  words: ReturnType<typeof useText>['articles'],
  onLeave: () => void,
) {
  const leaving = (act: () => void) => () => {
    onLeave()
    act()
  }
  const found = findText(id, room.observed.get(), room.catalog)
  if (found === null) return []
  const { list, index, ids } = found
  return [
    { key: 'up', label: words.up, isDisabled: index === 0, onChoose: () => void room.move(id, -1) },
    {
      key: 'down',
      label: words.down,
      isDisabled: index === ids.length - 1,
      onChoose: () => void room.move(id, 1),
    },
    {
      key: 'add',
      label: list === 'articles' ? words.addAfter : words.addAnnexAfter,
      onChoose: leaving(() => room.add(list, id)),
    },
    {
      key: 'restore',
      label: words.restore,
      isDisabled: found.key === null,
      onChoose: leaving(() => room.restore(id)),
    },
    { key: 'remove', label: words.remove, onChoose: leaving(() => room.remove(id)) },
  ]
}

/** Proposing an article after this one, or that this one goes. */
function proposalChoices(
  id: string,
  { observed }: ArticleRoom,
  room: ProposalsRoom | null,
  words: ReturnType<typeof useText>['proposals']['menu'],
  onLeave: () => void,
) {
  const isArticle = observed.get().articles.some((each) => each.id === id)
  if (room === null || !room.mayPropose || !isArticle) return []
  const propose = () => {
    onLeave()
    void room.propose({ kind: 'article-remove', articleId: id })
  }
  const ask = () => {
    onLeave()
    room.askArticle(id)
  }
  const ofHeading = () => {
    onLeave()
    room.askFact(`articles.${id}.heading`)
  }
  return [
    { key: 'propose-heading', label: words.heading, onChoose: ofHeading },
    { key: 'propose-article', label: words.add, onChoose: ask },
    { key: 'propose-removal', label: words.remove, onChoose: propose },
  ]
}

/** Making an open point, where the points are known. */
function pointChoice(id: string, room: OpenPointsRoom | null, label: string, onLeave: () => void) {
  if (room === null || !room.mayChange) return []
  const onChoose = () => {
    onLeave()
    room.make({ sectionId: id })
  }
  return [{ key: 'open-point', label, onChoose }]
}
