import { useEffect, useMemo } from 'react'
import { removeRecord } from '../../../shared/document/edit.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { FactForm, type FormsAgreement, FormsProvider, followCells } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ConnectionSaid } from '../agreement/connection-said.tsx'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { clusterLabelOf } from './picture-of.ts'
import type { ScanParts } from './scan-parties.ts'

type FocusProps = {
  agreementId: string
  catalog: Catalog
  open: OpenAgreement
  body: ScanParts
  canWrite: boolean
}

/** More than so many make a plan that nobody can carry out. Domain pack, steps.md, step 3. */
const MANY = 8

/** The factors that the parties chose: how important, and why. They stand in the agreement itself. */
export function FocusChoice({ agreementId, catalog, open, body, canWrite }: FocusProps) {
  const { focus } = useText().scan
  const forms = useFormsAgreement(open, catalog, canWrite)
  const chosen = body.focus.flatMap(({ factorId }) => catalog.factors.find(({ id }) => id === factorId) ?? [])
  const hasService = chosen.some(({ side }) => side !== 'families')
  return (
    <FormsProvider value={forms}>
      <section className="hs-sheet hs-stack hs-focus" aria-labelledby="scan-focus">
        <h2 id="scan-focus">{focus.heading}</h2>
        <p>{focus.lead}</p>
        <p role="status">
          {chosen.length === 0 ? focus.empty : focus.count(chosen.length)}{' '}
          {chosen.length > MANY ? focus.many : ''} {chosen.length > 0 && !hasService ? focus.noService : ''}
        </p>
        {canWrite ? null : <Callout kind="info">{focus.readOnly}</Callout>}
        <ul className="hs-focus__list">
          {chosen.map((factor) => (
            <li key={factor.id} className="hs-focus__one">
              <div className="hs-focus__what">
                <h3 lang="nl">
                  {factor.number}. {factor.label}
                </h3>
                <p className="hs-soft" lang="nl">
                  {clusterLabelOf(factor.clusterId, catalog)}
                </p>
              </div>
              {canWrite ? (
                <>
                  <FactForm
                    addresses={[`focusFactors.${factor.id}.priority`, `focusFactors.${factor.id}.reason`]}
                  />
                  <Button
                    look="quiet"
                    aria-label={`${focus.remove}: ${factor.label}`}
                    onPress={() => removeRecord(open.live.doc, 'focusFactors', factor.id)}
                  >
                    {focus.remove}
                  </Button>
                </>
              ) : null}
            </li>
          ))}
        </ul>
        <ConnectionSaid live={open.live} />
        <Link href={`/agreements/${encodeURIComponent(agreementId)}#focusFactors`}>{focus.toArticle}</Link>
      </section>
    </FormsProvider>
  )
}

/** The agreement as forms edit it. */
function useFormsAgreement(
  { live, observed }: OpenAgreement,
  catalog: Catalog,
  canWrite: boolean,
): FormsAgreement {
  const presence = useMemo(() => followCells(live.awareness), [live])
  useEffect(() => () => presence.stop(), [presence])
  return useMemo(
    () => ({
      doc: live.doc,
      store: observed,
      catalog,
      awareness: live.awareness,
      presence,
      canWrite,
      undo: () => {},
    }),
    [live, observed, catalog, presence, canWrite],
  )
}
