import { useText } from '../../text/index.ts'
import type { PictureRow } from './picture-of.ts'
import type { ScanParty } from './scan-parties.ts'

type TableProps = { rows: readonly PictureRow[]; parties: readonly ScanParty[]; isShown: boolean }

/** The same scores as words and numbers. On paper it always stands under the picture. */
export function PictureTable({ rows, parties, isShown }: TableProps) {
  const { picture } = useText().scan
  const scored = parties.filter(({ id }) =>
    rows.some(({ scores }) => scores.some(({ partyId }) => partyId === id)),
  )
  return (
    <section
      className={`hs-picture-table ${isShown ? '' : 'hs-picture-table--away'}`}
      aria-label={picture.table}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <table>
        <caption>{picture.table}</caption>
        <thead>
          <tr>
            <th scope="col">{picture.factor}</th>
            {scored.map(({ id, name }) => (
              <th key={id} scope="col" lang="nl">
                {name}
              </th>
            ))}
            <th scope="col">{picture.difference}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ factor, scores, difference }) => (
            <tr key={factor.id}>
              <th scope="row" lang="nl">
                {factor.number}. {factor.label}
              </th>
              {scored.map(({ id }) => (
                <td key={id}>{scores.find(({ partyId }) => partyId === id)?.score ?? picture.noScore}</td>
              ))}
              <td>{difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
