import { useText } from '../../text/index.ts'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { PaperSkeleton } from '../agreement/paper-skeleton.tsx'
import { useSurroundings } from '../agreement/surroundings.ts'
import { useOpenAgreement } from '../agreement/use-live.ts'
import { Page } from '../page.tsx'
import { TasksPage } from './tasks-page.tsx'
import './tasks.css'
import './overview.css'
import './print.css'

/** Choosing, writing and looking over the tasks of an agreement. */
export function TasksScreen({ agreementId }: { agreementId: string }) {
  const surroundings = useSurroundings(agreementId)
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken') {
    return <CannotOpen failure={surroundings.failure} again={surroundings.again} />
  }
  if (surroundings.state === 'busy' || open === null) return <Opening />
  return <TasksPage agreementId={agreementId} open={open} surroundings={surroundings.value} />
}

function Opening() {
  const { tasks } = useText()
  return (
    <Page title={tasks.title}>
      <PaperSkeleton sentence={tasks.busy} />
    </Page>
  )
}
