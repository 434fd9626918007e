import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { type StepScreen, screenAddress } from './places.ts'
import { useSteps } from './steps-context.ts'

/** The way to another screen beside the paper; `forWords` tells a screen reader what for. */
export function ScreenLink({ screen, forWords }: { screen: StepScreen; forWords: string }) {
  const text = useText()
  const { agreementId } = useSteps()
  const words = text.steps.toScreen(text[screen].title)
  return (
    <Link href={screenAddress(agreementId, screen)} aria-label={`${words}, ${forWords}`}>
      {words}
    </Link>
  )
}
