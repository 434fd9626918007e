import { useSyncExternalStore } from 'react'
import { useText } from '../../text/index.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuGroup } from '../../ui/menu.tsx'
import { useLeaving } from '../leave/use-leaving.tsx'
import { screenAddress } from '../meeting/screen-address.ts'
import { useProposals } from '../proposals/proposals-room.ts'
import { useHistoryRoom } from './history/history-room.ts'
import type { Around } from './workspace.tsx'

type MoreMenuProps = { around: Around; onTakeAlong: () => void }

/** The way to the screens beside the paper and to its history: what is used most comes first. */
export function MoreMenu({ around, onTakeAlong }: MoreMenuProps) {
  const { more } = useText().agreement.bar
  const leaving = useLeaving()
  const groups = useGroups(around, { takeAlong: onTakeAlong, leave: leaving.leave })
  return (
    <>
      <Menu label={more} trigger={<IconButton icon="more" label={more} />} groups={groups} />
      {leaving.dialog}
    </>
  )
}

type Acts = { takeAlong: () => void; leave: () => void }

function useGroups({ agreementId, place, showToAll, you }: Around, acts: Acts): readonly MenuGroup[] {
  const text = useText()
  const { agreement, history, meeting } = text
  const { authorship, open } = useHistoryRoom()
  const isShown = useSyncExternalStore(authorship.subscribe, authorship.isShown)
  const { mode, mayPropose, view, openList } = useProposals()
  const isProposing = useSyncExternalStore(mode.subscribe, mode.isOn)
  const at = (word: string) => `/agreements/${encodeURIComponent(agreementId)}/${word}`
  const { groups } = agreement.bar
  return [
    {
      key: 'agree',
      heading: groups.agree,
      choices: [
        { key: 'akkoord', label: text.akkoord.menu, href: at('akkoord') },
        ...(mayPropose
          ? [
              {
                key: 'propose',
                label: isProposing ? text.proposals.write : text.proposals.begin,
                onChoose: () => mode.set(!isProposing),
              },
            ]
          : []),
        ...(view === null || view.open.length + view.decided.length === 0
          ? []
          : [
              {
                key: 'proposals',
                label: text.proposals.all(view.open.length),
                onChoose: () => openList(place),
              },
            ]),
        { key: 'openPoints', label: text.openPoints.title, href: at('open-punten') },
        { key: 'advice', label: text.advice.title, href: at('punten') },
        { key: 'consultation', label: text.consultation.title, href: at('achterban') },
      ],
    },
    {
      key: 'look',
      heading: groups.look,
      choices: [
        { key: 'takeAlong', label: text.takeAlong.button, onChoose: acts.takeAlong },
        { key: 'preview', label: agreement.preview.button, href: at('voorbeeld') },
        { key: 'versions', label: text.versions.title, href: at('versies') },
        { key: 'history', label: history.title, onChoose: open },
        {
          key: 'who',
          label: isShown ? history.who.menuHide : history.who.menuShow,
          onChoose: () => authorship.show(!isShown),
        },
      ],
    },
    {
      key: 'prepare',
      heading: groups.prepare,
      choices: [
        { key: 'steps', label: text.steps.title, href: at('stappen') },
        { key: 'scan', label: text.scan.title, href: at('drempels') },
        { key: 'tasks', label: text.tasks.title, href: at('taken') },
      ],
    },
    {
      key: 'meet',
      heading: groups.meet,
      choices: [
        { key: 'card', label: meeting.card.title, href: screenAddress(agreementId, 'bijeenkomst', place) },
        { key: 'screen', label: meeting.screen.title, href: screenAddress(agreementId, 'scherm', place) },
        ...(showToAll === null || place === null
          ? []
          : [{ key: 'show', label: meeting.showHere, onChoose: () => showToAll(place) }]),
        { key: 'wrapUp', label: meeting.wrapUp.title, href: screenAddress(agreementId, 'afronding') },
      ],
    },
    {
      key: 'about',
      heading: groups.about,
      choices: [
        ...(you.role === 'facilitator' ? [{ key: 'acts', label: text.acts.title, href: at('logboek') }] : []),
        { key: 'privacy', label: text.privacy.menu, href: '/privacy' },
        { key: 'leave', label: text.leave.button, onChoose: acts.leave },
      ],
    },
  ]
}
