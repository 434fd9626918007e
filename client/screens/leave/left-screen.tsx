import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../page.tsx'

/** After signing out: nothing of the person is left here. */
export function LeftScreen() {
  const { leave, everywhere } = useText()
  return (
    <Page title={leave.done.pageTitle}>
      <section className="hs-sheet hs-sheet--narrow hs-stack">
        <h1>{leave.done.heading}</h1>
        <p>{leave.done.body}</p>
        <p>{leave.done.now}</p>
        <ButtonLink href="/">{everywhere.toStart}</ButtonLink>
      </section>
    </Page>
  )
}
