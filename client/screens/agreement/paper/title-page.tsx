import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { FRONT_FACTS } from '../../../../shared/agreement/form-facts.ts'
import { drawTitle, ownTitle } from '../../../../shared/agreement/title.ts'
import { paperWord } from '../../../../shared/outline/paper-words.ts'
import { officialName } from '../../../../shared/outline/parties.ts'
import { FactForm, FactInput, FactsAside, useAgreement, useForms } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'

const partiesOf = (body: AgreementBody) => body.parties
const placeOf = (body: AgreementBody) => body.place

/** The front of the agreement: its title, the parties and the place. */
export function TitlePage({ isDraft }: { isDraft: boolean }) {
  const { catalog, canWrite } = useForms()
  const { paper: words, facts } = useText()
  const title = useAgreement(drawTitle)
  const own = useAgreement(ownTitle)
  const parties = useAgreement(partiesOf)
  const place = useAgreement(placeOf)
  return (
    <header className="hs-sheet__title-page">
      {isDraft ? <p className="hs-sheet__draft">{paperWord(catalog, 'draft')}</p> : null}
      <h1 className="hs-sheet__title" aria-label={title}>
        {canWrite ? (
          <FactInput
            look="cell"
            address="title"
            value={title}
            label={words.title}
            placeholder={words.title}
          />
        ) : (
          title
        )}
      </h1>
      {canWrite && own === null ? <p className="hs-sheet__aside">{words.titleFollows}</p> : null}
      <p>{paperWord(catalog, 'between')}</p>
      <ul className="hs-sheet__parties" aria-label={words.parties}>
        {parties.map((party) => (
          <li key={party.id}>{officialName(party, catalog)}</li>
        ))}
      </ul>
      <p className="hs-sheet__place">
        <span>{paperWord(catalog, 'place')}:</span>
        {canWrite ? (
          <FactInput
            look="cell"
            address="place"
            value={place}
            label={words.place}
            placeholder={words.place}
          />
        ) : (
          <span>{place}</span>
        )}
      </p>
      <FactsAside summary={facts.frontDetails} holds={FRONT_FACTS}>
        <FactForm addresses={canWrite ? FRONT_FACTS : ['title', 'place', ...FRONT_FACTS]} withComments />
      </FactsAside>
    </header>
  )
}
