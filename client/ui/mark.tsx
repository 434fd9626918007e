import './mark.css'

/**
 * The mark: two people, each an upright with one arm. The arms clap into each other, one hand over the other; together they
 * are an H. The mask cuts the gap around the upper hand, so that it shows on any ground. It is decoration: the name of the
 * product stands beside it as text.
 */
export function Mark({ size }: { size: number }) {
  return (
    <svg className="hs-mark" viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      <mask id="hs-mark-gap" maskUnits="userSpaceOnUse" x="0" y="0" width="48" height="48">
        <path className="hs-mark__shown" d="M0 0h48v48H0Z" />
        <path className="hs-mark__gap" d="M39 18.5L28 23.7" />
      </mask>
      <path className="hs-mark__one" mask="url(#hs-mark-gap)" d="M9 43V5M9 32.6L30 22.7" />
      <path className="hs-mark__two" d="M39 5v38M39 18.5L28 23.7" />
    </svg>
  )
}
