import type { ConnectionReport } from '../../connection/index.ts'
import type { TextTable } from '../../text/index.ts'
import type { StatusTone } from '../../ui/callout.tsx'
import type { IconName } from '../../ui/icon.tsx'

/** How a state of the connection is said: the sentence, a short form, a sign, and how much it matters. */
export type ConnectionSentence = { sentence: string; short: string; icon: IconName; tone: StatusTone }

/** The words for a state of the connection. */
export function connectionSentence(
  report: ConnectionReport,
  { connection }: Pick<TextTable, 'connection'>,
): ConnectionSentence {
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
    case 'offline':
      return {
        sentence: offline(report.waiting, connection),
        short: short.offline,
        icon: 'offline',
        tone: 'attention',
      }
    case 'refused':
      return {
        sentence: connection.refused[report.reason],
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
      return { sentence: connection.restored, short: short.restored, icon: 'attention', tone: 'wrong' }
    case 'notKnown':
    case 'notAllowed':
    case 'gone':
      return { sentence: connection[report.kind], short: short.ended, icon: 'wrong', tone: 'wrong' }
  }
}

function offline(waiting: number, connection: TextTable['connection']): string {
  return waiting === 0 ? connection.offline : connection.offlineWaiting(waiting)
}
