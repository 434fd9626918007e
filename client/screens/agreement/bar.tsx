import { useState } from 'react'
import { type LiveConnection, type StandingConnection, unkept } from '../../connection/index.ts'
import { isSharedComputer } from '../../offered/index.ts'
import { useText } from '../../text/index.ts'
import { Button, IconButton, Link } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Popover } from '../../ui/popover.tsx'
import { LeaveButton } from '../leave/leave-button.tsx'
import { LanguageSwitch } from '../page.tsx'
import { ConnectionSaid, ConnectionWord } from './connection-said.tsx'
import { MoreMenu } from './more-menu.tsx'
import { PeopleList, PeopleMarks } from './people-list.tsx'
import { TakeAlongDialog } from './take-along/take-along-dialog.tsx'
import type { Around } from './workspace.tsx'

type BarProps = {
  around: Around
  live: LiveConnection
  connection: StandingConnection
  isWide: boolean
  onShare: () => void
}

/** The bar above the paper: what this is, whether it is kept, who is here, and what can be done with the whole. */
export function AgreementBar({ around, live, connection, isWide, onShare }: BarProps) {
  const { agreement, everywhere, fixing } = useText()
  const [isTaking, setTaking] = useState(false)
  const takeAlong = () => setTaking(true)
  const { title, shortTitle } = around.overview
  const fixed = connection.hold === 'fixed' ? <span className="hs-bar__fixed">{fixing.fixed}</span> : null
  return (
    <header className="hs-bar">
      <span className="hs-bar__home">
        <Link href="/" aria-label={everywhere.toStart}>
          <Mark size={30} />
        </Link>
      </span>
      <div className="hs-bar__what">
        <p className="hs-bar__title" lang="nl" title={title}>
          {(isWide ? title : shortTitle) || everywhere.untitled}
          {isWide ? fixed : null}
        </p>
        {isWide ? (
          <ConnectionSaid live={live} />
        ) : (
          <span className="hs-bar__state">
            <ConnectionWord live={live} />
            {fixed}
          </span>
        )}
      </div>
      <div className="hs-bar__actions">
        {isWide ? <PeopleButton around={around} /> : null}
        {isWide ? (
          <Button look="secondary" icon="share" onPress={onShare}>
            {agreement.share.button}
          </Button>
        ) : null}
        <TakeAlongButton isWide={isWide} onPress={takeAlong} />
        {isSharedComputer() ? <LeaveButton isWide={isWide} /> : null}
        <MoreMenu around={around} onTakeAlong={takeAlong} />
      </div>
      <TakeAlongDialog
        around={around}
        isFixed={connection.hold === 'fixed'}
        isOpened={connection.opened}
        unkeptNow={() => unkept(live.getState())}
        isOpen={isTaking}
        onClose={() => setTaking(false)}
      />
    </header>
  )
}

/** On a phone the sign alone, to leave room for the title; the menu beside it has the word. */
function TakeAlongButton({ isWide, onPress }: { isWide: boolean; onPress: () => void }) {
  const { button } = useText().takeAlong
  if (!isWide) return <IconButton look="primary" icon="download" label={button} onPress={onPress} />
  return (
    <Button look="primary" icon="download" onPress={onPress}>
      {button}
    </Button>
  )
}

function PeopleButton({ around }: { around: Around }) {
  const { agreement } = useText()
  const trigger = (
    <Button look="quiet">
      <PeopleMarks around={around} />
      <VisuallyHidden>{agreement.people.button(around.people.length)}</VisuallyHidden>
    </Button>
  )
  return (
    <Popover label={agreement.people.heading} placement="bottom end" trigger={trigger}>
      <div className="hs-people">
        <h2>{agreement.people.heading}</h2>
        <PeopleList around={around} />
        <LanguageSwitch />
      </div>
    </Popover>
  )
}
