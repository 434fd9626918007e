import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { officialName } from '../../shared/outline/parties.ts'
import { useForms, useOfFacts } from './forms-agreement.ts'
import { SignatoryRows } from './signatory-rows.tsx'

const partiesOf = (body: AgreementBody) => body.parties

/** Where the agreement is signed: per party the people who do, and the lines that are filled in by hand. */
export function SignatureForms() {
  const { catalog } = useForms()
  const parties = useOfFacts(partiesOf)
  const { place, date, signature } = catalog.words.paper
  return (
    <div className="hs-signatures" data-list="signatories">
      {parties.map((party) => (
        <section key={party.id} className="hs-signature" aria-label={officialName(party, catalog)}>
          <p className="hs-signature__party">{officialName(party, catalog)}</p>
          <SignatoryRows partyId={party.id} />
          <dl className="hs-signature__lines">
            {[place, date, signature].map((word) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd />
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
