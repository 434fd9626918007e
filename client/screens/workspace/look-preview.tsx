import type { CSSProperties } from 'react'
import { mixedWithWhite } from '../../../shared/agreement/contrast.ts'
import { readPicture } from '../../../shared/agreement/read-picture.ts'
import type { Theme } from '../../../shared/agreement/theme.ts'
import { useText } from '../../text/index.ts'

/** What a paper looks like with a theme: its head, a title and a piece of text. */
export function LookPreview({ theme }: { theme: Theme }) {
  const { preview, previewLabel } = useText().workspace.look
  const { name, addressLine, logo } = theme
  const style = {
    '--look-heading': theme.headingColour,
    '--look-accent': theme.accentColour,
    '--look-tint': `#${mixedWithWhite(theme.accentColour, 0.1)}`,
    '--look-heading-font': fontOf(theme.headingFont),
    '--look-body-font': fontOf(theme.bodyFont),
  } as CSSProperties
  return (
    <figure className="hs-look__preview" style={style} aria-label={previewLabel}>
      {logo === null ? null : <img src={sourceOf(logo.picture)} alt={logo.description} />}
      {logo === null && name !== '' ? <p className="hs-look__name">{name}</p> : null}
      {addressLine === '' ? null : <p className="hs-look__address">{addressLine}</p>}
      <p className="hs-look__title">{preview.title}</p>
      <p className="hs-look__article">{preview.article}</p>
      <p>{preview.clause}</p>
      <p className="hs-look__table">{preview.table}</p>
    </figure>
  )
}

const fontOf = (font: string): string => `"${font}", Arial, sans-serif`

function sourceOf(picture: string): string {
  const read = readPicture(Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0)))
  return typeof read === 'string' ? '' : `data:image/${read.kind};base64,${picture}`
}
