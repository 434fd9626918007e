import { type ReactNode, useEffect } from 'react'
import type { Template } from '../../../shared/template/template.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink, IconButton } from '../../ui/button.tsx'
import { useCommentsRoom } from './comments/comments-room.ts'
import type { OutlineEntry } from './overview-of.ts'
import { type Around, useFolded } from './workspace.tsx'

/** What the template says beside an article: why it is there, and what to talk about. */
export type Guidance = { guidance: string | null; question: string | null }

/** The explanation of an article or annex, found by its key or kind; null when the template has none. */
export function guidanceOf(entry: Pick<OutlineEntry, 'kind' | 'key'>, template: Template): Guidance | null {
  if (entry.key === null) return null
  const found =
    entry.kind === 'article'
      ? template.articles.find(({ key }) => key === entry.key)
      : template.annexes.find(({ kind }) => kind === entry.key)
  if (found === undefined || (found.guidance === null && found.question === null)) return null
  return { guidance: found.guidance, question: found.question }
}

/** The explanation and the advice beside the paper. It folds away and never takes the words' place. */
export function GuidancePanel({ children }: { children: ReactNode }) {
  const { agreement } = useText()
  const [isFolded, setFolded] = useFolded('guidance')
  const { openings } = useCommentsRoom()
  // biome-ignore lint/correctness/useExhaustiveDependencies: unfolds whenever something in it is asked for
  useEffect(() => {
    if (openings > 0) setFolded(false)
  }, [openings])
  const label = isFolded ? agreement.guidance.show : agreement.guidance.hide
  return (
    <aside
      className={`hs-side hs-side--end ${isFolded ? 'hs-side--folded' : ''}`}
      aria-label={agreement.guidance.heading}
    >
      <div className="hs-side__head">
        {isFolded ? null : <h2>{agreement.guidance.heading}</h2>}
        <IconButton
          icon={isFolded ? 'info' : 'right'}
          label={label}
          aria-expanded={!isFolded}
          onPress={() => setFolded(!isFolded)}
        />
      </div>
      {isFolded ? null : children}
    </aside>
  )
}

/** The explanation of the article in view; of the first one until the person has been in one. */
export function GuidanceText({ around }: { around: Around }) {
  const { agreement } = useText()
  const { entries } = around.overview
  const entry = entries.find(({ id }) => id === around.place) ?? entries[0]
  if (entry === undefined) return <p className="hs-soft hs-guidance">{agreement.guidance.choose}</p>
  const found = around.template === null ? null : guidanceOf(entry, around.template)
  return (
    <div className="hs-guidance">
      <h3 lang="nl">
        {entry.number} {entry.heading}
      </h3>
      {found === null ? <p className="hs-soft">{agreement.guidance.none}</p> : <Found found={found} />}
      <PartBeside articleKey={entry.key} agreementId={around.agreementId} />
    </div>
  )
}

/** The way to the screen where what an article says is worked out together. */
function PartBeside({ articleKey, agreementId }: { articleKey: string | null; agreementId: string }) {
  const { scan } = useText()
  if (articleKey !== 'focus_factors') return null
  return (
    <ButtonLink href={`/agreements/${encodeURIComponent(agreementId)}/drempels`}>
      {scan.fromArticle}
    </ButtonLink>
  )
}

function Found({ found }: { found: Guidance }) {
  const { agreement } = useText()
  return (
    <>
      {found.guidance === null ? null : <p lang="nl">{found.guidance}</p>}
      {found.question === null ? null : (
        <div className="hs-guidance__question">
          <h4>{agreement.guidance.question}</h4>
          <p lang="nl">{found.question}</p>
        </div>
      )}
    </>
  )
}
