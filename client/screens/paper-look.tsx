import type { CSSProperties } from 'react'
import { readPicture } from '../../shared/agreement/read-picture.ts'
import type { Theme } from '../../shared/agreement/theme.ts'
import { lookOf } from '../../shared/word/look.ts'
import './paper-look.css'

/** What a look asks of a style sheet: colours and fonts under names that begin with `--look-`, the same as in the Word file. */
export function lookStyle(theme: Theme): CSSProperties {
  const { heading, accent, tint, tableHead } = lookOf({ ...theme, logo: null })
  return {
    '--look-heading': `#${heading}`,
    '--look-accent': `#${accent}`,
    '--look-tint': `#${tint}`,
    '--look-table-head': `#${tableHead}`,
    '--look-heading-font': fontOf(theme.headingFont),
    '--look-body-font': fontOf(theme.bodyFont),
  } as CSSProperties
}

const fontOf = (font: string): string => `"${font}", Arial, sans-serif`

/** Whose paper it is, above the title: the logo, or the name where there is none, and the address. */
export function Letterhead({ theme: { name, addressLine, logo } }: { theme: Theme }) {
  return (
    <>
      {logo === null ? null : (
        <img className="hs-letterhead__logo" src={sourceOf(logo.picture)} alt={logo.description} />
      )}
      {logo === null && name !== '' ? <p className="hs-letterhead__name">{name}</p> : null}
      {addressLine === '' ? null : <p className="hs-letterhead__address">{addressLine}</p>}
    </>
  )
}

function sourceOf(picture: string): string {
  const read = readPicture(Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0)))
  return typeof read === 'string' ? '' : `data:image/${read.kind};base64,${picture}`
}
