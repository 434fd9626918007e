import type { ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../page.tsx'

type NothingHereProps = {
  title: string
  body: string
  /** It came while the person was reading: a screen reader says it at once. */
  isNews?: boolean
  children?: ReactNode
}

/** A page in the place of an agreement: why it is not shown, and a way on. */
export function NothingHere({ title, body, isNews = false, children = null }: NothingHereProps) {
  const { everywhere } = useText()
  return (
    <Page title={title}>
      <section className="hs-sheet hs-sheet--narrow hs-stack">
        <div className="hs-stack" role={isNews ? 'alert' : undefined}>
          <h1>{title}</h1>
          <p>{body}</p>
        </div>
        {children}
        <ButtonLink href="/">{everywhere.toStart}</ButtonLink>
      </section>
    </Page>
  )
}
