import { useText } from '../text/index.ts'
import { usePaperHost } from './paper-host.ts'

/** Under a text: a plain way to write one more clause, also after a table. */
export function AddClause({ place }: { place: string }) {
  const { places, canWrite } = usePaperHost()
  const words = useText().editor
  if (!canWrite) return null
  return (
    <button type="button" className="hs-add-clause" onClick={() => places.append(place)}>
      <span aria-hidden="true">+ </span>
      {words.addClause}
    </button>
  )
}
