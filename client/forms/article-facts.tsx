import { BLOCKS } from '../../shared/agreement/block-names.ts'
import { type FormName, factsOfForm } from '../../shared/agreement/form-facts.ts'
import { FactBlock } from './fact-block.tsx'
import { FactForm } from './fact-form.tsx'
import { FactsAside } from './facts-aside.tsx'
import { useForms } from './forms-agreement.ts'
import { NormsOfYear } from './norms-of-year.tsx'
import { VolunteersAndPaid } from './volunteers-and-paid.tsx'

/** The facts that belong to an article and have no table in its text; nothing when it has none. */
export function ArticleFacts({ form, summary }: { form: FormName | null; summary: string }) {
  const { facts, blocks } = factsOfForm(form)
  const typed = facts.filter((address) => address !== NORMS)
  const { canWrite } = useForms()
  const holdsNorms = canWrite && facts.length > typed.length
  return (
    <FactsAside summary={summary} holds={[...facts, ...blocks.map((name) => BLOCKS[name])]}>
      <FactForm addresses={typed} withComments />
      {holdsNorms ? <NormsOfYear /> : null}
      {holdsNorms ? <VolunteersAndPaid /> : null}
      {blocks.map((name) => (
        <CaptionedBlock key={name} name={name} />
      ))}
    </FactsAside>
  )
}

/** The amounts of a year are taken over together. */
const NORMS = 'norms.year'

function CaptionedBlock({ name }: { name: string }) {
  const { catalog } = useForms()
  const caption = (catalog.words.blocks as Record<string, { caption: string }>)[name]?.caption
  return (
    <div>
      <p className="hs-table__caption">{caption}</p>
      <FactBlock name={name} />
    </div>
  )
}
