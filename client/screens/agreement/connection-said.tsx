import { useSyncExternalStore } from 'react'
import type { LiveConnection } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Status } from '../../ui/callout.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { Icon } from '../../ui/icon.tsx'
import { calmReportOf } from './calm-report.ts'
import { type ConnectionSentence, connectionSentence } from './connection-sentence.ts'

// What stands here changes when somebody types: when it goes out and when it is kept. Each follows the connection by itself, so
// that nothing around it is drawn along; the rest of a screen follows what stands of it.

type SaidProps = { live: LiveConnection }

function useSaid({ live }: SaidProps): ConnectionSentence {
  const report = calmReportOf(live)
  return connectionSentence(useSyncExternalStore(report.subscribe, report.get), useText())
}

/** Whether all is kept, in the one sentence. */
export function ConnectionSaid(props: SaidProps) {
  const said = useSaid(props)
  return (
    <Status icon={said.icon} tone={said.tone}>
      {said.sentence}
    </Status>
  )
}

/** On a narrow screen one word stays in the bar; the sentence itself has its place above the buttons at the thumb. */
export function ConnectionWord(props: SaidProps) {
  const said = useSaid(props)
  return (
    <span className={`hs-status hs-status--${said.tone}`} aria-hidden="true">
      <Icon name={said.icon} size={16} />
      {said.short}
    </span>
  )
}

/** Above the buttons at the thumb the sentence in one line, so that the buttons stay where they are; listeners hear the whole one, good news too. */
export function ConnectionAtThumb(props: SaidProps) {
  const { tone, icon, line } = useSaid(props)
  const isCalm = tone === 'calm' || tone === 'good'
  return (
    <>
      <VisuallyHidden>
        <ConnectionSaid {...props} />
      </VisuallyHidden>
      {isCalm ? null : (
        <p className={`hs-thumb__said hs-status hs-status--${tone}`} aria-hidden="true">
          <Icon name={icon} size={18} />
          <span>{line}</span>
        </p>
      )}
    </>
  )
}
