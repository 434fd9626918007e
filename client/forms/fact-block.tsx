import { memo, useMemo } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { type BlockDescription, describeBlock } from '../../shared/outline/block-description.ts'
import { FieldsWhenNear } from './fields-when-near.tsx'
import { useForms, useOfFacts } from './forms-agreement.ts'
import { OutlineBlock } from './outline-block.tsx'
import { PartyForms } from './party-forms.tsx'
import { RecordList } from './record-list.tsx'
import { RecordTable } from './record-table.tsx'
import { SignatureForms } from './signature-forms.tsx'

const clustersOf = (body: AgreementBody) => body.customClusters
const frameworkOf = (body: AgreementBody) => body.clusterFrameworkId

type Props = {
  name: string
  /** Whether it stands on the paper among all others, where what is far from the screen is drawn as words. */
  isOnPaper?: boolean
}

/** A block of the text, edited where it stands; only to be read for who may not write. */
export const FactBlock = memo(function FactBlock({ name, isOnPaper = false }: Props) {
  const { catalog, canWrite, store, readActs } = useForms()
  const clusters = useOfFacts(clustersOf)
  const framework = useOfFacts(frameworkOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a description depends on the body by its clusters alone
  const description = useMemo(
    () => describeBlock(name, catalog, store.get()),
    [name, catalog, store, clusters, framework],
  )
  if (description !== null && !canWrite && readActs?.addRow && description.parts.length > 0)
    return description.parts.map((part) => (
      <div key={part.name}>
        <p className="hs-table__caption">{part.caption}</p>
        <OutlineBlock name={part.name} />
      </div>
    ))
  if (description === null || !canWrite) return <OutlineBlock name={name} />
  if (description.readOnly) return <OutlineBlock name={name} isCalm />
  const fields = <EditedBlock description={description} />
  if (!isOnPaper) return fields
  return <FieldsWhenNear fields={fields} words={<OutlineBlock name={name} isCalm />} />
})

function EditedBlock({ description }: { description: BlockDescription }) {
  switch (description.kind) {
    case 'table':
      return <RecordTable description={description} />
    case 'list':
      return <RecordList description={description} />
    case 'parties':
      return <PartyForms description={description} />
    case 'signatures':
      return <SignatureForms />
    case 'parts':
      return description.parts.map((part) => (
        <div key={part.name}>
          <p className="hs-table__caption">{part.caption}</p>
          <EditedBlock description={part} />
        </div>
      ))
  }
}
