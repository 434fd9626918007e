import { useLanguage, useText } from '../../text/index.ts'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { CLEAR_DIFFERENCE, clusterSummaries, type PictureRow } from './picture-of.ts'

/** Id of the row of a factor in the picture. */
export const rowId = (factorId: string) => `scan-row-${factorId}`

/** The clusters side by side: per factor whether the parties look alike, leading to its row. Over all parties together, never per party. */
export function PictureClusters({ rows }: { rows: readonly PictureRow[] }) {
  const { picture } = useText().scan
  const { language } = useLanguage()
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (
    <div className="hs-clusters">
      <h3>{picture.clusters}</h3>
      <ul className="hs-clusters__list">
        {clusterSummaries(rows).map(({ id, label, alike, apart, height, rows: mine }) => (
          <li key={id} className="hs-clusters__one">
            <p>
              <b lang="nl">{label}</b>
              <span className="hs-clusters__said">
                {picture.clusterSaid(alike, apart)}, {picture.heightSaid(format.format(height))}
              </span>
            </p>
            <div className="hs-clusters__factors">
              {mine.map((row) => (
                <FactorLink key={row.factor.id} row={row} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function FactorLink({ row: { factor, difference } }: { row: PictureRow }) {
  const { picture } = useText().scan
  const isApart = difference >= CLEAR_DIFFERENCE
  return (
    <a
      className={`hs-clusters__factor ${isApart ? 'hs-clusters__factor--apart' : ''}`}
      href={`#${rowId(factor.id)}`}
      title={factor.label}
    >
      {factor.number}
      <span aria-hidden="true">{isApart ? '≠' : '≈'}</span>
      <VisuallyHidden>
        <span lang="nl">{factor.label}</span>: {picture.differenceOf(difference)}
      </VisuallyHidden>
    </a>
  )
}
