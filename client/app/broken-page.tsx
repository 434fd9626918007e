import { Page } from '../screens/page.tsx'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

/** What is shown when drawing the page failed: what happened, what is safe, what now. */
export function BrokenPage() {
  const { errors, everywhere } = useText()
  return (
    <Page title={errors.pageTitle}>
      <h1>{errors.pageTitle}</h1>
      <Callout
        kind="wrong"
        isUrgent
        action={
          <Button look="primary" onPress={() => location.reload()}>
            {everywhere.reload}
          </Button>
        }
      >
        {errors.pageBody}
      </Callout>
    </Page>
  )
}
