import { useEffect, useRef } from 'react'
import type { Finding } from '../../../shared/advice/finding.ts'
import { BLOCKS, type BlockName } from '../../../shared/agreement/block-names.ts'
import { FactBlock } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { FieldsByRecord } from './fields-by-record.tsx'
import { InviteAlong } from './invite-along.tsx'
import { PickTask } from './pick-task.tsx'
import { listsAmong, type StepTaken } from './take-step.ts'
import { useRule } from './use-advice.ts'

type Props = { finding: Finding; taken: StepTaken; label: string; onDone: () => void }

/** Where an advice is mended on the spot: the very fields of the agreement, without leaving the list. */
export function MendPlace({ finding, taken, label, onDone }: Props) {
  const { card } = useText().advice
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    around.current?.querySelector<HTMLElement>('textarea, select, input, button')?.focus()
  }, [])
  return (
    <div ref={around} className="hs-advice__mend">
      <Places finding={finding} taken={taken} />
      <div className="hs-advice__actions">
        <Button icon="check" aria-label={card.doneLabel(label)} onPress={onDone}>
          {card.done}
        </Button>
      </div>
    </div>
  )
}

function Places({ finding, taken }: Pick<Props, 'finding' | 'taken'>) {
  const { card } = useText().advice
  const { step, slug } = useRule(finding.slug)
  if (slug === 'migrant_org_co_drafts') return <InviteAlong partyIds={finding.items} />
  if (step.kind === 'pick_task') return <PickTask finding={finding} step={step} />
  const lists = step.kind === 'go_to' ? listsAmong(finding.targets) : []
  const blocks = lists.flatMap((list) => blockOf(list) ?? [])
  if (blocks.length + taken.goOn.length === 0) return <p>{card.elsewhere}</p>
  return (
    <>
      <p className="hs-soft">{card.fillIn}</p>
      <FieldsByRecord addresses={taken.goOn} />
      {blocks.map((name) => (
        <div key={name} lang="nl">
          <FactBlock name={name} />
        </div>
      ))}
    </>
  )
}

/** The table in which the rows of a list are edited. */
function blockOf(listPath: string): BlockName | null {
  if (listPath === 'tasks') return 'tasks:by_line'
  const names = Object.keys(BLOCKS) as BlockName[]
  return names.find((name) => BLOCKS[name] === listPath) ?? null
}
