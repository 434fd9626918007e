import { useSyncExternalStore } from 'react'
import { useText } from '../../text/index.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useLeaving } from '../leave/use-leaving.tsx'
import { screenAddress } from '../meeting/screen-address.ts'
import { useHistoryRoom } from './history/history-room.ts'
import { useDownload } from './use-download.tsx'
import type { Around } from './workspace.tsx'

type MoreMenuProps = { around: Around; unkeptNow: () => number; isFixed: boolean }

/** The way to the screens beside the paper, and to its history. */
export function MoreMenu({ around, unkeptNow, isFixed }: MoreMenuProps) {
  const { agreementId, place, showToAll, you } = around
  const isLead = you.role === 'facilitator'
  const {
    acts,
    advice,
    agreement,
    akkoord,
    consultation,
    history,
    leave,
    meeting,
    openPoints,
    privacy,
    scan,
    steps,
    tasks,
    versions,
  } = useText()
  const { authorship, open } = useHistoryRoom()
  const isShown = useSyncExternalStore(authorship.subscribe, authorship.isShown)
  const leaving = useLeaving()
  const title = agreement.download.toWorkOn
  const working = useDownload({ agreementId, remarks: 'shared', title }, unkeptNow)
  const at = (word: string) => `/agreements/${encodeURIComponent(agreementId)}/${word}`
  return (
    <>
      <Menu
        label={agreement.bar.more}
        trigger={<IconButton icon="more" label={agreement.bar.more} />}
        choices={[
          { key: 'preview', label: agreement.preview.button, href: at('voorbeeld') },
          // A text that is fixed has one file, in which nobody works any more.
          ...(isFixed ? [] : [{ key: 'toWorkOn', label: title, onChoose: working.start }]),
          { key: 'card', label: meeting.card.title, href: screenAddress(agreementId, 'bijeenkomst', place) },
          { key: 'wrapUp', label: meeting.wrapUp.title, href: screenAddress(agreementId, 'afronding') },
          { key: 'screen', label: meeting.screen.title, href: screenAddress(agreementId, 'scherm', place) },
          ...(showToAll === null || place === null
            ? []
            : [{ key: 'show', label: meeting.showHere, onChoose: () => showToAll(place) }]),
          { key: 'akkoord', label: akkoord.menu, href: at('akkoord') },
          { key: 'advice', label: advice.title, href: at('punten') },
          { key: 'openPoints', label: openPoints.title, href: at('open-punten') },
          { key: 'scan', label: scan.title, href: at('drempels') },
          { key: 'steps', label: steps.title, href: at('stappen') },
          { key: 'tasks', label: tasks.title, href: at('taken') },
          { key: 'consultation', label: consultation.title, href: at('achterban') },
          { key: 'versions', label: versions.title, href: at('versies') },
          { key: 'history', label: history.title, onChoose: open },
          {
            key: 'who',
            label: isShown ? history.who.menuHide : history.who.menuShow,
            onChoose: () => authorship.show(!isShown),
          },
          ...(isLead ? [{ key: 'acts', label: acts.title, href: at('logboek') }] : []),
          { key: 'privacy', label: privacy.menu, href: '/privacy' },
          { key: 'leave', label: leave.button, onChoose: leaving.leave },
        ]}
      />
      {leaving.dialog}
      {working.said}
    </>
  )
}
