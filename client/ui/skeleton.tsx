import './callout.css'

/** A grey bar in the place and size of words that are on their way. The sentence that says so stands beside it. */
export function Skeleton({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <span className="hs-skeleton" style={{ width, height }} aria-hidden="true" />
}
