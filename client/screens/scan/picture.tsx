import { useState } from 'react'
import type { Doc } from 'yjs'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Select } from '../../ui/select.tsx'
import type { InScan } from './in-scan.ts'
import { PictureClusters } from './picture-clusters.tsx'
import { inOrder, type PictureOrder, pictureOf } from './picture-of.ts'
import { PictureRows } from './picture-rows.tsx'
import { PictureTable } from './picture-table.tsx'
import type { ScanParts } from './scan-parties.ts'
import './picture.css'

type PictureProps = InScan & { body: ScanParts; doc: Doc; canWrite: boolean }

/** Id of the heading of the picture. */
export const PICTURE_ID = 'scan-picture'

const ORDERS: PictureOrder[] = ['difference', 'height', 'cluster']

/** Where the parties see the same and where not, per factor and per cluster. */
export function Picture({ view, catalog, parties, body, doc, canWrite }: PictureProps) {
  const { picture } = useText().scan
  const [order, setOrder] = useState<PictureOrder>('difference')
  const [isTableShown, setTableShown] = useState(false)
  const rows = inOrder(pictureOf({ factorScores: body.factorScores, parties: body.roles }, catalog), order)
  return (
    <section className="hs-sheet hs-stack hs-picture" aria-labelledby={PICTURE_ID}>
      <h2 id={PICTURE_ID} tabIndex={-1}>
        {picture.heading}
      </h2>
      <p>{picture.lead}</p>
      {view.opened === null ? <Callout kind="info">{picture.older}</Callout> : null}
      <PictureClusters rows={rows} />
      <div className="hs-picture__above">
        <Legend parties={parties} />
        <div className="hs-picture__order">
          <Select
            label={picture.order}
            options={ORDERS.map((key) => ({ key, label: picture.orders[key] }))}
            value={order}
            onChange={setOrder}
          />
        </div>
      </div>
      <PictureRows
        rows={rows}
        isByCluster={order === 'cluster'}
        parties={parties}
        notes={view.opened === null ? [] : view.scores}
        focus={body.focus.map(({ factorId }) => factorId)}
        doc={doc}
        canWrite={canWrite}
      />
      <span className="hs-picture__toggle">
        <Button aria-expanded={isTableShown} onPress={() => setTableShown(!isTableShown)}>
          {isTableShown ? picture.hideTable : picture.showTable}
        </Button>
      </span>
      <PictureTable rows={rows} parties={parties} isShown={isTableShown} />
    </section>
  )
}

function Legend({ parties }: Pick<InScan, 'parties'>) {
  const { picture } = useText().scan
  return (
    <ul className="hs-picture__legend" aria-label={picture.legend}>
      {parties.map(({ id, index, initial, name }) => (
        <li key={id}>
          <PartyMark index={index} initial={initial} size={26} /> <span lang="nl">{name}</span>
        </li>
      ))}
    </ul>
  )
}
