import type { ConnectionReport } from '../../connection/index.ts'
import type { TextTable } from '../../text/index.ts'
import type { StatusTone } from '../../ui/callout.tsx'
import type { IconName } from '../../ui/icon.tsx'

/** How a state of the connection is said: the sentence, a short form, a sign, and how much it matters. */
export type ConnectionSentence = {
  sentence: string
  /** The sentence on a narrow screen, where what comes and goes while one writes takes one line. */
  line: string
  short: string
  icon: IconName
  tone: StatusTone
}

/** The words for a state of the connection. */
export function connectionSentence(
  report: ConnectionReport,
  { connection }: Pick<TextTable, 'connection'>,
): ConnectionSentence {
  const said = sentenceOf(report, connection)
  return { ...said, line: lineOf(report, connection) ?? said.sentence }
}

function lineOf(report: ConnectionReport, { line }: Words): string | null {
  if (report.kind === 'notReached') return line.notReached
  if (report.kind === 'waiting') return line.waiting(report.waiting)
  return report.kind === 'offline' ? offline(report, line) : null
}

function sentenceOf(report: ConnectionReport, connection: Words): Omit<ConnectionSentence, 'line'> {
  const { short } = connection
  switch (report.kind) {
    case 'connecting':
      return { sentence: connection.connecting, short: short.connecting, icon: 'progress', tone: 'calm' }
    case 'notReached':
      return { sentence: connection.notReached, short: short.notReached, icon: 'offline', tone: 'attention' }
    case 'allKept':
      return { sentence: connection.allKept, short: short.allKept, icon: 'check', tone: 'good' }
    case 'keeping':
      return { sentence: connection.keeping, short: short.keeping, icon: 'progress', tone: 'calm' }
    case 'waiting':
      return {
        sentence: connection.waiting(report.waiting),
        short: short.waiting(report.waiting),
        icon: 'progress',
        tone: 'attention',
      }
    case 'offline':
      return {
        sentence: offline(report, connection),
        short: report.waiting === 0 ? short.offline : short.waiting(report.waiting),
        icon: 'offline',
        tone: 'attention',
      }
    case 'refused':
      return {
        sentence: refused(report, connection),
        short: short.refused,
        icon: 'wrong',
        tone: 'wrong',
      }
    case 'olderVersion':
      return {
        sentence: connection.olderVersion,
        short: short.olderVersion,
        icon: 'attention',
        tone: 'attention',
      }
    case 'restored':
      return {
        sentence: report.onDevice ? connection.restoredOnDevice : connection.restored,
        short: short.restored,
        icon: 'attention',
        tone: 'wrong',
      }
    case 'notKnown':
    case 'notAllowed':
    case 'gone':
      return { sentence: connection[report.kind], short: short.ended, icon: 'wrong', tone: 'wrong' }
  }
}

type Words = TextTable['connection']
type Report<Kind extends ConnectionReport['kind']> = Extract<ConnectionReport, { kind: Kind }>

function offline(
  { waiting, onDevice }: Report<'offline'>,
  { offline, offlineOpen }: Pick<Words, 'offline' | 'offlineOpen'>,
): string {
  const words = onDevice ? offline : offlineOpen
  return waiting === 0 ? words.none : words.waiting(waiting)
}

/** With a copy on this device the words come back by themselves: as edits that wait, or as text once the page is loaded again. */
function refused({ reason, onDevice }: Report<'refused'>, connection: Words): string {
  return (onDevice ? connection.refusedOnDevice : connection.refused)[reason]
}
