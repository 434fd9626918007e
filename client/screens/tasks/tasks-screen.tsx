import { useText } from '../../text/index.ts'
import { Page } from '../page.tsx'

/** Choosing, writing and looking over the tasks of an agreement. */
export function TasksScreen({ agreementId }: { agreementId: string }) {
  const { tasks } = useText()
  return (
    <Page title={tasks.title}>
      <h1>{tasks.title}</h1>
      <p>{agreementId}</p>
    </Page>
  )
}
