import { type LiveConnection, reportOf } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Status } from '../../ui/callout.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type ConnectionSentence, connectionSentence } from './connection-sentence.ts'
import { useConnection } from './use-live.ts'

// What stands here changes at every letter somebody types. Each follows the connection by itself, so that nothing around it is drawn along.

type SaidProps = { live: LiveConnection }

const useSaid = ({ live }: SaidProps): ConnectionSentence =>
  connectionSentence(reportOf(useConnection(live)), useText())

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

/** The sentence above the buttons at the thumb; for listeners alone while it is good news. */
export function ConnectionAtThumb(props: SaidProps) {
  const { tone } = useSaid(props)
  const isCalm = tone === 'calm' || tone === 'good'
  return (
    <p className={`hs-thumb__said ${isCalm ? 'hs-hidden' : ''}`}>
      <ConnectionSaid {...props} />
    </p>
  )
}
