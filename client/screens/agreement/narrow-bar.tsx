import { type ReactNode, useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { LiveConnection } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { PointsBeside } from '../open-points/points-beside.tsx'
import { LanguageSwitch } from '../page.tsx'
import { CommentsBeside } from './comments/comments-beside.tsx'
import { useCommentsRoom } from './comments/comments-room.ts'
import { ConnectionAtThumb } from './connection-said.tsx'
import { GuidanceText } from './guidance-panel.tsx'
import { OutlineList } from './outline-panel.tsx'
import { PeopleList } from './people-list.tsx'
import type { Around } from './workspace.tsx'
import './narrow-bar.css'

type Sheet = 'articles' | 'guidance' | 'comments' | 'advice' | 'people'

/** On a narrow screen: the sentence of the connection and six buttons at the thumb, each with a sheet from below. */
export function NarrowBar({
  around,
  live,
  onShare,
  adviceBeside,
}: {
  around: Around
  live: LiveConnection
  onShare: () => void
  /** The advice on the article in view. `onGone`: somebody goes to the paper. */
  adviceBeside: (onGone: () => void) => ReactNode
}) {
  const { agreement, comments, everywhere } = useText()
  const { openings } = useCommentsRoom()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const close = () => setSheet(null)
  useEffect(() => {
    if (openings > 0) setSheet('comments')
  }, [openings])
  return (
    <div className="hs-thumb">
      <ConnectionAtThumb live={live} />
      <nav className="hs-thumb__buttons" aria-label={agreement.bar.label}>
        <ThumbButton icon="articles" onPress={() => setSheet('articles')}>
          {agreement.bar.articles}
        </ThumbButton>
        <ThumbButton icon="info" onPress={() => setSheet('guidance')}>
          {agreement.bar.guidance}
        </ThumbButton>
        <ThumbButton icon="comment" onPress={() => setSheet('comments')}>
          {comments.tab}
        </ThumbButton>
        <ThumbButton icon="check" onPress={() => setSheet('advice')}>
          {agreement.bar.advice}
        </ThumbButton>
        <ThumbButton icon="people" onPress={() => setSheet('people')}>
          {agreement.bar.people}
        </ThumbButton>
        <ThumbButton icon="share" onPress={onShare}>
          {agreement.bar.share}
        </ThumbButton>
      </nav>
      <Dialog
        look="sheet"
        title={titleOf(sheet, agreement.bar, comments.tab)}
        closeLabel={everywhere.close}
        isOpen={sheet !== null}
        onClose={close}
      >
        {sheet === 'articles' ? <OutlineList around={around} onGone={close} /> : null}
        {sheet === 'guidance' ? <GuidanceText around={around} /> : null}
        {sheet === 'comments' ? <CommentsBeside around={around} onGone={close} /> : null}
        {sheet === 'advice' ? (
          <>
            <PointsBeside around={around} onGone={close} />
            {adviceBeside(close)}
          </>
        ) : null}
        {sheet === 'people' ? (
          <>
            <PeopleList around={around} />
            <LanguageSwitch />
          </>
        ) : null}
      </Dialog>
    </div>
  )
}

function titleOf(
  sheet: Sheet | null,
  bar: Record<Exclude<Sheet, 'comments'>, string>,
  comments: string,
): string {
  if (sheet === null) return ''
  return sheet === 'comments' ? comments : bar[sheet]
}

function ThumbButton({
  icon,
  onPress,
  children,
}: {
  icon: IconName
  onPress: () => void
  children: ReactNode
}) {
  return (
    <AriaButton className="hs-thumb__button" onPress={onPress}>
      <Icon name={icon} size={22} />
      {children}
    </AriaButton>
  )
}
