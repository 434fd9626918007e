import { NOTICE_DAYS } from '../../../shared/protocol/endpoints-privacy.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Icon } from '../../ui/icon.tsx'
import { formatDay } from '../format-day.ts'
import './privacy.css'

const DAY = 24 * 60 * 60 * 1000

/** Whether the end is so near that whoever leads should know. */
export function isSoon(deletesAt: string, now: number): boolean {
  return Date.parse(deletesAt) - now < NOTICE_DAYS * DAY
}

/** In a list: the day on which an agreement goes when nothing changes; nothing as long as that is far away. */
export function DeletedSoon({ deletesAt }: { deletesAt: string | null }) {
  const { privacy } = useText()
  const { language } = useLanguage()
  if (deletesAt === null || !isSoon(deletesAt, Date.now())) return null
  return (
    <span className="hs-status hs-status--attention">
      <Icon name="attention" />
      <span>{privacy.warning.list(formatDay(deletesAt, language))}</span>
    </span>
  )
}
