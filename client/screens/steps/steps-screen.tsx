import { useText } from '../../text/index.ts'
import { Page } from '../page.tsx'

/** The seven steps to an agreement, as a companion for whoever leads. */
export function StepsScreen({ agreementId }: { agreementId: string }) {
  const { steps } = useText()
  return (
    <Page title={steps.title}>
      <h1>{steps.title}</h1>
      <p>{agreementId}</p>
    </Page>
  )
}
