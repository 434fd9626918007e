import { Fragment, memo, type ReactNode, useCallback, useRef, useSyncExternalStore } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { subscribeToFacts } from '../../shared/document/beside-texts.ts'
import type { ObservedAgreement } from '../../shared/document/observe.ts'
import { type BlockDescription, describeBlock } from '../../shared/outline/block-description.ts'
import { drawBlock } from '../../shared/outline/blocks.ts'
import type { Block, Inline, Table } from '../../shared/outline/outline.ts'
import { useText } from '../text/index.ts'
import { calmly } from '../ui/calmly.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { keyOfList, recordsAt } from './address.ts'
import { useForms } from './forms-agreement.ts'
import { ProposeRow, ReadRowMenu } from './read-acts.tsx'
import { paperOf } from './record-cell.tsx'

type Props = {
  name: string
  /** Nobody writes in it or looks at it now: it follows what changes when that has come to rest, and no letter waits for it. */
  isCalm?: boolean
}

/**
 * A block exactly as it stands on paper, for reading: far from the screen, for who may not write, and for what is only worked out. Who proposes
 * or comments has a menu at its rows.
 */
export const OutlineBlock = memo(function OutlineBlock({ name, isCalm = false }: Props) {
  const forms = useForms()
  const description = describeBlock(name, forms.catalog, forms.store.get())
  const listPath = description?.listPath ?? null
  useWhatBlocksShow(listPath, isCalm)
  const blocks = drawBlock(name, paperOf(forms))
  const acted = forms.readActs && description !== null && !description.readOnly ? description : null
  return (
    <div className="hs-records" data-list={listPath} tabIndex={-1}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a block have no id and are drawn anew together
        <Fragment key={index}>{drawPart(block, acted)}</Fragment>
      ))}
      {acted === null || acted.parts.length > 0 ? null : <ProposeRow description={acted} />}
    </div>
  )
})

/** The block whose rows have a menu; null where they have none. */
type Acted = BlockDescription | null

/** The list that a row of a block stands in: of its own, or of one of its parts. */
function listOf({ listPath, parts }: BlockDescription, id: string, body: AgreementBody): string {
  const isIn = (path: string) => recordsAt(body, path).some((record) => record[keyOfList(path)] === id)
  return [listPath, ...parts.map((part) => part.listPath)].find(isIn) ?? listPath
}

function RowActs({ of, id, number }: { of: BlockDescription; id: string; number: number }) {
  const { store } = useForms()
  const texts = useText().forms
  return <ReadRowMenu listPath={listOf(of, id, store.get())} recordKey={id} row={texts.row(number)} />
}

/** What the cells of any block are drawn from besides its own records: names of parties and people, lines, scores, money. */
const SHARED = [
  'parties',
  'signatories',
  'contacts',
  'customClusters',
  'factorScores',
  'financing',
  'tasks',
] as const

/** Draws again when a block may read differently, and not while somebody types in a text. */
function useWhatBlocksShow(listPath: string | null, isCalm: boolean): void {
  const { store } = useForms()
  const known = useRef({ parts: [] as readonly unknown[], count: 0 })
  const version = useCallback(() => {
    const body = store.get()
    const parts = [
      listPath === null ? null : recordsAt(body, listPath),
      ...SHARED.map((field) => body[field]),
    ]
    const isSame = parts.every((part, index) => part === known.current.parts[index])
    if (!isSame) known.current = { parts, count: known.current.count + 1 }
    return known.current.count
  }, [store, listPath])
  const subscribe = useCallback(
    (listener: () => void) => (isCalm ? subscribeCalmly(store, listener) : subscribeToFacts(store, listener)),
    [store, isCalm],
  )
  useSyncExternalStore(subscribe, version)
}

function subscribeCalmly(store: ObservedAgreement, listener: () => void): () => void {
  let isOver = false
  const calm = calmly(() => whenIdle(() => isOver || listener()))
  const stop = subscribeToFacts(store, () => calm.note(true))
  return () => {
    isOver = true
    stop()
    calm.stop()
  }
}

function drawPart(block: Block, acted: Acted): ReactNode {
  switch (block.kind) {
    case 'table':
      return <ReadTable table={block} acted={acted} />
    case 'list':
      return (
        <>
          {block.heading.length > 0 ? (
            <p className="hs-list-group__heading">{inlines(block.heading)}</p>
          ) : null}
          {block.items.length === 0 ? <p className="hs-records__empty">{block.emptyText}</p> : null}
          <ul className={`hs-list hs-list--${block.style}`}>
            {block.items.map((item, index) => (
              <li key={item.recordId} data-record={item.recordId}>
                {inlines(item.inlines)}
                {acted === null ? null : <RowActs of={acted} id={item.recordId} number={index + 1} />}
              </li>
            ))}
          </ul>
        </>
      )
    case 'parties':
      return block.parties.map((party, index) => (
        <div key={party.partyId} className="hs-party-read" data-record={party.partyId}>
          <p>{inlines(party.name)}</p>
          {party.lines.map((line) => (
            <p key={line.label}>
              {line.label}: {inlines(line.inlines)}
            </p>
          ))}
          <p>{inlines(party.hereafter)}</p>
          {acted === null ? null : <RowActs of={acted} id={party.partyId} number={index + 1} />}
        </div>
      ))
    case 'signatures':
      return block.parties.map((party) => (
        <div key={party.partyId} className="hs-signature">
          <p className="hs-signature__party">{inlines(party.partyName)}</p>
          {party.signatories.map((person, index) => (
            <p key={person.signatoryId ?? `blank-${index}`} data-record={person.signatoryId}>
              {party.labels.name}: {inlines(person.name)} – {party.labels.position}:{' '}
              {inlines(person.position)}
              {acted === null || person.signatoryId === null ? null : (
                <RowActs of={acted} id={person.signatoryId} number={index + 1} />
              )}
            </p>
          ))}
        </div>
      ))
    case 'unknownBlock':
      return <p className="hs-records__empty">{block.text}</p>
    case 'paragraph':
      return <p>{inlines(block.inlines)}</p>
  }
}

function ReadTable({ table, acted }: { table: Table; acted: Acted }) {
  const texts = useText().forms
  const numbers = numbersOfRows(table)
  return (
    <table className={`hs-table ${acted === null ? 'hs-table--read' : 'hs-table--acts'}`}>
      <caption className={table.captionShown ? 'hs-table__caption' : 'hs-hidden'}>{table.caption}</caption>
      <colgroup>
        {table.columns.map((column) => (
          <col key={column.field} style={{ width: `${column.width}%` }} />
        ))}
        {acted === null ? null : <col className="hs-table__menu-column" />}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.field} scope="col" data-align={column.align}>
              {column.label}
            </th>
          ))}
          {acted === null ? null : (
            <th scope="col">
              <span className="hs-hidden">{texts.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {table.rows.length === 0 ? (
          <tr className="hs-table__empty">
            <td colSpan={table.columns.length}>{table.emptyText}</td>
            {acted === null ? null : <td />}
          </tr>
        ) : null}
        {table.rows.map((row, index) =>
          row.kind === 'group' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups and totals have no id
            <tr key={index} className="hs-table__group">
              <th colSpan={table.columns.length} scope="rowgroup">
                {inlines(row.cells[0] ?? [])}
              </th>
              {acted === null ? null : <td />}
            </tr>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a task stands once under each of its parties, so ids repeat
            <tr key={index} className={`hs-table__${row.kind}`} data-record={row.recordId}>
              {table.columns.map((column, at) => (
                <td key={column.field} data-align={column.align} data-label={column.label}>
                  {inlines(row.cells[at] ?? [])}
                </td>
              ))}
              {acted === null ? null : (
                <td className="hs-table__menu">
                  {row.recordId === null ? null : (
                    <RowActs of={acted} id={row.recordId} number={numbers[index] ?? 0} />
                  )}
                </td>
              )}
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

/** Groups and totals are no rows that people count. */
function numbersOfRows({ rows }: Table): number[] {
  let last = 0
  return rows.map((row) => (row.kind === 'record' ? ++last : last))
}

const ELEMENTS = { bold: 'strong', italic: 'em', underline: 'u' } as const

function inlines(all: readonly Inline[]): ReactNode {
  return all.map((inline, index) => {
    const key = `${index}`
    if (inline.kind === 'break') return <br key={key} />
    let drawn: ReactNode = inline.text
    for (const mark of inline.marks) {
      const Element = ELEMENTS[mark]
      drawn = <Element>{drawn}</Element>
    }
    return <Fragment key={key}>{drawn}</Fragment>
  })
}
