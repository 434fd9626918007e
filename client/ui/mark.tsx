import './mark.css'

/**
 * The mark: two people, each an upright with one arm, whose hands lie in each other; together they are an H. The dark part
 * is where they overlap. It is decoration: the name of the product stands beside it as text.
 */
export function Mark({ size }: { size: number }) {
  return (
    <svg className="hs-mark" viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      <path className="hs-mark__one" d="M9 43V5M9 26.5h21" />
      <path className="hs-mark__two" d="M39 5v38M39 21.5H18" />
      <path className="hs-mark__overlap" d="M15.4 22h17.2a4.5 4.5 0 0 1-2.6 4H18a4.5 4.5 0 0 1-2.6-4Z" />
    </svg>
  )
}
