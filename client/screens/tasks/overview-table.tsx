import type { ReactNode } from 'react'

export type OverviewColumn = { key: string; label: string; isNumber?: boolean }
export type OverviewRow = { key: string; cells: readonly ReactNode[] }

type Props = {
  caption: string
  /** True when a heading right above says the same. */
  isCaptionHidden?: boolean
  columns: readonly OverviewColumn[]
  rows: readonly OverviewRow[]
}

/** A table to read; on a narrow screen each row is a card with the same labels. */
export function OverviewTable({ caption, isCaptionHidden = false, columns, rows }: Props) {
  return (
    <table className="hs-tasks__table">
      <caption>{isCaptionHidden ? <span className="hs-hidden">{caption}</span> : caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, isNumber }) => (
            <th key={key} scope="col" data-number={isNumber || undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {columns.map(({ key, label, isNumber }, index) =>
              index === 0 ? (
                <th key={key} scope="row">
                  {row.cells[index]}
                </th>
              ) : (
                <td key={key} data-number={isNumber || undefined} data-label={label}>
                  {row.cells[index]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
