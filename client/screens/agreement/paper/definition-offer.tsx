import { useCallback } from 'react'
import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { addRecord } from '../../../../shared/document/edit.ts'
import { enumWord } from '../../../../shared/outline/paper-words.ts'
import { missingDefinitions } from '../../../../shared/template/missing-definitions.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { useAgreement, useForms } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'

/** The articles that show the definitions; without one of them, the parties. */
const SHOWING = ['definitions', 'parties', 'parties_short']

/** The id of the article that the offer stands at. */
export function placeOfOffer({ articles }: Pick<AgreementBody, 'articles'>): string | null {
  for (const name of SHOWING) {
    const found = articles.find(({ body }) =>
      body.content.some((block) => block.type === 'block' && block.attrs.name === name),
    )
    if (found) return found.id
  }
  return null
}

/** When a second party joins a role: what the role's word means now, to be taken over into the definitions. */
export function DefinitionOffer({ template }: { template: Template }) {
  const { doc, catalog, canWrite } = useForms()
  const words = useText().articles.definition
  const missing = useAgreement(
    useCallback((body: AgreementBody) => JSON.stringify(missingDefinitions(template, body)), [template]),
  )
  if (!canWrite) return null
  return (JSON.parse(missing) as ReturnType<typeof missingDefinitions>).map(({ role, term, meaning }) => (
    <div key={role} className="hs-definition-offer">
      <Callout
        kind="attention"
        title={words.title(enumWord(catalog, 'partyRole', role))}
        action={
          <Button icon="plus" onPress={() => addRecord(doc, 'definitions', { values: { term, meaning } })}>
            {words.add}
          </Button>
        }
      >
        <p>{words.body(term)}</p>
        <p lang="nl">
          <b>{term}</b>: {meaning}
        </p>
      </Callout>
    </div>
  ))
}
