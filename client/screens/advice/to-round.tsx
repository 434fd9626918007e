import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { useAdvice } from './use-advice.ts'

/** For the advice to ask the support base: the way to where that is done. */
export function ToRound({ slug }: { slug: string }) {
  const { consultation, steps } = useText()
  const { agreementId } = useAdvice()
  if (slug !== 'community_consulted') return null
  return (
    <ButtonLink look="quiet" href={`/agreements/${encodeURIComponent(agreementId)}/achterban`}>
      {steps.toScreen(consultation.title)}
    </ButtonLink>
  )
}
