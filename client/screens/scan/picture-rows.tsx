import { Fragment } from 'react'
import type { Doc } from 'yjs'
import type { ScanScore } from '../../../shared/protocol/endpoints-scan.ts'
import { useText } from '../../text/index.ts'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { PickButton } from './pick-button.tsx'
import { rowId } from './picture-clusters.tsx'
import { CLEAR_DIFFERENCE, type PictureRow } from './picture-of.ts'
import type { ScanParty } from './scan-parties.ts'

type RowsProps = {
  rows: readonly PictureRow[]
  isByCluster: boolean
  parties: readonly ScanParty[]
  /** What parties said why; empty when that is not open. */
  notes: readonly ScanScore[]
  /** Ids of the factors that are chosen. */
  focus: readonly string[]
  doc: Doc
  canWrite: boolean
}

const SCALE = [1, 2, 3, 4, 5]

/** One row per factor: five places, each party's mark at its score, and a line from the lowest to the highest. */
export function PictureRows({ rows, isByCluster, ...shared }: RowsProps) {
  const groups = isByCluster
    ? [...Map.groupBy(rows, ({ clusterLabel }) => clusterLabel)]
    : [[null, rows] as const]
  return (
    <div className="hs-plot">
      {groups.map(([label, mine]) => (
        <Fragment key={label}>
          {label === null ? null : (
            <h3 className="hs-plot__cluster" lang="nl">
              {label}
            </h3>
          )}
          <Axis />
          <ul className="hs-plot__rows">
            {mine.map((row) => (
              <Row key={row.factor.id} row={row} isByCluster={isByCluster} {...shared} />
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  )
}

function Axis() {
  const { picture } = useText().scan
  return (
    <div className="hs-plot__axis">
      <VisuallyHidden>{picture.scale}</VisuallyHidden>
      <span aria-hidden="true">1 {picture.low}</span>
      <span aria-hidden="true">{picture.high} 5</span>
    </div>
  )
}

type RowProps = Omit<RowsProps, 'rows'> & { row: PictureRow }

function Row({ row, isByCluster, parties, notes, focus, doc, canWrite }: RowProps) {
  const { picture } = useText().scan
  const { factor, scores, difference, isServiceGap } = row
  const named = scores.flatMap(({ partyId, score }) => {
    const party = parties.find(({ id }) => id === partyId)
    return party ? { party, score } : []
  })
  const isClear = difference >= CLEAR_DIFFERENCE
  const said = named.map(({ party, score }) => `${party.name} ${score}`).join(', ')
  return (
    <li className="hs-plot__row" id={rowId(factor.id)}>
      <div className="hs-plot__what">
        <p className="hs-plot__label" lang="nl">
          {factor.number}. {factor.label}
        </p>
        <p className="hs-plot__of">
          {isByCluster ? null : <span lang="nl">{row.clusterLabel}</span>}
          {isByCluster || !isClear ? null : ' · '}
          {isClear ? <span aria-hidden="true">{picture.differenceOf(difference)}</span> : null}
        </p>
        <VisuallyHidden>{picture.rowSaid(said, difference)}</VisuallyHidden>
      </div>
      <div className="hs-plot__track" aria-hidden="true">
        <span className={`hs-plot__span hs-plot__span--from-${row.low} hs-plot__span--to-${row.high}`} />
        {SCALE.map((value) => (
          <span key={value} className={`hs-plot__cell hs-plot__cell--${value}`}>
            {named
              .filter(({ score }) => score === value)
              .map(({ party }) => (
                <PartyMark key={party.id} index={party.index} initial={party.initial} size={26} />
              ))}
          </span>
        ))}
      </div>
      <div className="hs-plot__pick">
        <PickButton factor={factor} isPicked={focus.includes(factor.id)} doc={doc} canWrite={canWrite} />
      </div>
      {isServiceGap ? (
        <p className="hs-plot__talk">
          <Icon name="info" size={18} />
          <span>
            {picture.talk} <i lang="nl">{factor.scanQuestion}</i>
          </span>
        </p>
      ) : null}
      <Notes factorId={factor.id} notes={notes} parties={parties} />
    </li>
  )
}

function Notes({ factorId, notes, parties }: { factorId: string } & Pick<RowsProps, 'notes' | 'parties'>) {
  const { picture } = useText().scan
  const said = parties.flatMap((party) =>
    notes.filter(
      (each) => each.partyId === party.id && each.factorId === factorId && each.note.trim() !== '',
    ),
  )
  if (said.length === 0) return null
  return (
    <details className="hs-plot__notes">
      <summary>{picture.words}</summary>
      <ul>
        {said.map(({ partyId, note }) => (
          <li key={partyId}>
            <b lang="nl">{parties.find(({ id }) => id === partyId)?.name}</b>: {note}
          </li>
        ))}
      </ul>
    </details>
  )
}
