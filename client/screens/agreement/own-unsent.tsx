import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from './offered/copy-button.tsx'
import { useOffered } from './offered/use-offered.ts'
import './offered/offered.css'

type OwnUnsentProps = { agreementId: string; personId: string }

/** What somebody wrote that was never kept, once there is no text any more to put it back into: the own words, to take along. */
export function OwnUnsent({ agreementId, personId }: OwnUnsentProps) {
  const { offered } = useText()
  const { words, list } = useOffered(agreementId, personId)
  if (list.length === 0) return null
  return (
    <section className="hs-stack" aria-labelledby="own-unsent">
      <h2 id="own-unsent">{offered.heading}</h2>
      <ul className="hs-offered__list">
        {list.map(({ id, text }) => (
          <li key={id} className="hs-offered__item">
            <p className="hs-offered__words" lang="nl">
              {text}
            </p>
            <div className="hs-offered__actions">
              <CopyButton text={text} />
              <Button look="quiet" onPress={() => words.dismiss(id)}>
                {offered.notNeeded}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
