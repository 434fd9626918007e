import { useText } from '../text/index.ts'
import { Checkbox } from '../ui/checkbox.tsx'

/** Whether others use this computer too, asked before anybody comes in on it: then nothing of the person is kept there. */
export function SharedComputerChoice({
  isShared,
  onChange,
}: {
  isShared: boolean
  onChange: (isShared: boolean) => void
}) {
  const { join } = useText()
  return (
    <div>
      <Checkbox isSelected={isShared} onChange={onChange}>
        {join.sharedComputer}
      </Checkbox>
      <p className="hs-soft hs-choice-help">{join.sharedComputerHelp}</p>
    </div>
  )
}
