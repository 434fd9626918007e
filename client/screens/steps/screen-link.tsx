import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { type StepScreen, screenAddress } from './places.ts'
import { useSteps } from './steps-context.ts'

/** The way to another screen beside the paper; `forWords` tells a screen reader what for. */
export function ScreenLink({ screen, forWords }: { screen: StepScreen; forWords: string }) {
  const text = useText()
  const { agreementId } = useSteps()
  return (
    <Link href={screenAddress(agreementId, screen)}>
      {text.steps.toScreen(text[screen].title)}
      <VisuallyHidden>, {forWords}</VisuallyHidden>
    </Link>
  )
}
