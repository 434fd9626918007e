import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useText } from '../../text/index.ts'
import { Status } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { LanguageSwitch } from '../page.tsx'
import type { ConnectionSentence } from './connection-sentence.ts'
import { GuidanceText } from './guidance-panel.tsx'
import { OutlineList } from './outline-panel.tsx'
import { PeopleList } from './people-list.tsx'
import type { Around } from './workspace.tsx'
import './narrow-bar.css'

type Sheet = 'articles' | 'guidance' | 'advice' | 'people'

/** On a narrow screen: the sentence of the connection and five buttons at the thumb, each with a sheet from below. */
export function NarrowBar({
  around,
  said,
  onShare,
  adviceBeside,
}: {
  around: Around
  said: ConnectionSentence
  onShare: () => void
  /** The advice on the article in view. `onGone`: somebody goes to the paper. */
  adviceBeside: (onGone: () => void) => ReactNode
}) {
  const { agreement, everywhere } = useText()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const close = () => setSheet(null)
  const isCalm = said.tone === 'calm' || said.tone === 'good'
  return (
    <div className="hs-thumb">
      <p className={`hs-thumb__said ${isCalm ? 'hs-hidden' : ''}`}>
        <Status icon={said.icon} tone={said.tone}>
          {said.sentence}
        </Status>
      </p>
      <nav className="hs-thumb__buttons" aria-label={agreement.bar.label}>
        <ThumbButton icon="articles" onPress={() => setSheet('articles')}>
          {agreement.bar.articles}
        </ThumbButton>
        <ThumbButton icon="info" onPress={() => setSheet('guidance')}>
          {agreement.bar.guidance}
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
        title={sheet === null ? '' : agreement.bar[sheet]}
        closeLabel={everywhere.close}
        isOpen={sheet !== null}
        onClose={close}
      >
        {sheet === 'articles' ? <OutlineList around={around} onGone={close} /> : null}
        {sheet === 'guidance' ? <GuidanceText around={around} /> : null}
        {sheet === 'advice' ? adviceBeside(close) : null}
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
