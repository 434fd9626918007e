import { useText } from '../../text/index.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'

/** The way to the screens beside the paper. */
export function MoreMenu({ agreementId }: { agreementId: string }) {
  const { advice, agreement, scan, steps, tasks } = useText()
  const at = (word: string) => `/agreements/${encodeURIComponent(agreementId)}/${word}`
  return (
    <Menu
      label={agreement.bar.more}
      trigger={<IconButton icon="more" label={agreement.bar.more} />}
      choices={[
        { key: 'preview', label: agreement.preview.button, href: at('voorbeeld') },
        { key: 'advice', label: advice.title, href: at('punten') },
        { key: 'scan', label: scan.title, href: at('drempels') },
        { key: 'steps', label: steps.title, href: at('stappen') },
        { key: 'tasks', label: tasks.title, href: at('taken') },
      ]}
    />
  )
}
