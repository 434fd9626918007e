import { useEffect, useRef, useState } from 'react'
import { useText } from '../../text/index.ts'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { arrivals, type PresentPerson } from './people.ts'
import { useRemembered } from './use-remembered.ts'

/** Whether comings and goings are said aloud by a screen reader; remembered on this device. */
export function useAnnouncing(): [boolean, (isOn: boolean) => void] {
  const [value, setValue] = useRemembered('handslag.announce')
  return [value !== 'off', (isOn) => setValue(isOn ? 'on' : 'off')]
}

/** Says who comes and who goes to who cannot see it, when there is time for it. */
export function Arrivals({ people, ownId }: { people: readonly PresentPerson[]; ownId: string }) {
  const { agreement, leading } = useText()
  const [isOn] = useAnnouncing()
  const before = useRef(people)
  const [said, setSaid] = useState({ words: '', time: 0 })
  useEffect(() => {
    const { came, left } = arrivals(before.current, people, ownId)
    before.current = people
    if (came.length + left.length === 0) return
    const { joined, left: gone } = agreement.people
    const named = (name: string) => name || leading.somebody
    const words = [...came.map(named).map(joined), ...left.map(named).map(gone)].join(' ')
    setSaid(({ time }) => ({ words, time: time + 1 }))
  }, [people, ownId, agreement, leading])
  return (
    <VisuallyHidden>
      <span role="status">
        {/* Words of its own each time: of two without a name the second would be no news. */}
        <span key={said.time}>{isOn ? said.words : ''}</span>
      </span>
    </VisuallyHidden>
  )
}
