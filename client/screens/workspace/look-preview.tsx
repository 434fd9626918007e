import type { Theme } from '../../../shared/agreement/theme.ts'
import { useText } from '../../text/index.ts'
import { Letterhead, lookStyle } from '../paper-look.tsx'

/** What a paper looks like with a theme: its head, a title and a piece of text. */
export function LookPreview({ theme }: { theme: Theme }) {
  const { preview, previewLabel } = useText().workspace.look
  return (
    <figure className="hs-look__preview" style={lookStyle(theme)} aria-label={previewLabel}>
      <Letterhead theme={theme} />
      <p className="hs-look__title">{preview.title}</p>
      <p className="hs-look__article">{preview.article}</p>
      <p>{preview.clause}</p>
      <p className="hs-look__table">{preview.table}</p>
    </figure>
  )
}
