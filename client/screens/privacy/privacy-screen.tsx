import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { MyData } from './my-data.tsx'
import './privacy.css'

const loadPrivacy = () => call(endpoints.getPrivacy, {})

/** What is kept about a person, why and how long; and for who is known here, taking it along or taking it away. */
export function PrivacyScreen({ onErased }: { onErased: () => void }) {
  const { privacy: text } = useText()
  return (
    <Page title={text.page}>
      <div className="hs-privacy">
        <div className="hs-privacy__heading">
          <h1>{text.heading}</h1>
          <p>{text.lead}</p>
        </div>
        <Kept />
        <OfThisPlace />
        <MyData onErased={onErased} />
      </div>
    </Page>
  )
}

function Kept() {
  const { privacy: text } = useText()
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="privacy-kept">
      <h2 id="privacy-kept">{text.what}</h2>
      <ul className="hs-privacy__list">
        {text.kept.map(({ what, why, howLong }) => (
          <li key={what}>
            <h3>{what}</h3>
            <dl>
              <dt>{text.why}</dt>
              <dd>{why}</dd>
              <dt>{text.howLong}</dt>
              <dd>{howLong}</dd>
            </dl>
          </li>
        ))}
      </ul>
      <h2>{text.never.heading}</h2>
      <p>{text.never.body}</p>
    </section>
  )
}

/** The page is whole without an answer of the server; how long agreements stay is said once it is known. */
function OfThisPlace() {
  const { privacy: text } = useText()
  const loaded = useLoad(loadPrivacy)
  const place = loaded.state === 'ready' ? loaded.value : null
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="privacy-place">
      <h2 id="privacy-place">{text.agreements.heading}</h2>
      <p className="hs-privacy__term">
        {place === null
          ? ''
          : place.months === null
            ? text.agreements.never
            : text.agreements.months(place.months)}
      </p>
      <p>{text.agreements.backups}</p>
      <h2>{text.ask.heading}</h2>
      <p>{text.ask.body(place?.workspace ?? '')}</p>
    </section>
  )
}
