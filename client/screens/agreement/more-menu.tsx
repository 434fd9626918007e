import { useSyncExternalStore } from 'react'
import { useText } from '../../text/index.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useLeaving } from '../leave/use-leaving.tsx'
import { useHistoryRoom } from './history/history-room.ts'

/** The way to the screens beside the paper, and to its history. */
export function MoreMenu({ agreementId, isLead }: { agreementId: string; isLead: boolean }) {
  const { acts, advice, agreement, consultation, history, leave, privacy, scan, steps, tasks } = useText()
  const { authorship, open } = useHistoryRoom()
  const isShown = useSyncExternalStore(authorship.subscribe, authorship.isShown)
  const leaving = useLeaving()
  const at = (word: string) => `/agreements/${encodeURIComponent(agreementId)}/${word}`
  return (
    <>
      <Menu
        label={agreement.bar.more}
        trigger={<IconButton icon="more" label={agreement.bar.more} />}
        choices={[
          { key: 'preview', label: agreement.preview.button, href: at('voorbeeld') },
          { key: 'advice', label: advice.title, href: at('punten') },
          { key: 'scan', label: scan.title, href: at('drempels') },
          { key: 'steps', label: steps.title, href: at('stappen') },
          { key: 'tasks', label: tasks.title, href: at('taken') },
          { key: 'consultation', label: consultation.title, href: at('achterban') },
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
    </>
  )
}
