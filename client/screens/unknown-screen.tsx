import { useText } from '../text/index.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Page } from './page.tsx'

/** An address that leads nowhere. */
export function UnknownScreen() {
  const { errors, everywhere } = useText()
  return (
    <Page title={errors.notFoundTitle}>
      <div className="hs-sheet hs-sheet--narrow hs-stack">
        <h1>{errors.notFoundTitle}</h1>
        <p>{errors.notFoundBody}</p>
        <ButtonLink look="primary" href="/">
          {everywhere.toStart}
        </ButtonLink>
      </div>
    </Page>
  )
}
