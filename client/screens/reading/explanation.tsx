import { useText } from '../../text/index.ts'
import type { ReadingPart } from './parts-of.ts'

/** What the template says of an article, in plain words. */
export function Explanation({ part }: { part: Pick<ReadingPart, 'name' | 'guidance' | 'question'> }) {
  const { reading } = useText()
  if (part.guidance === null && part.question === null) return null
  return (
    <div className="hs-explained">
      {part.guidance === null ? null : (
        <p>
          <strong>{reading.explanation(part.name)}: </strong>
          <span lang="nl">{part.guidance}</span>
        </p>
      )}
      {part.question === null ? null : (
        <p>
          <strong>{reading.question}: </strong>
          <span lang="nl">{part.question}</span>
        </p>
      )}
    </div>
  )
}
