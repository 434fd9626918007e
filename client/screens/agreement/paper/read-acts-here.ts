import { useMemo, useRef } from 'react'
import type { BlockDescription } from '../../../../shared/outline/block-description.ts'
import type { CommentAnchor } from '../../../../shared/protocol/endpoints-comments.ts'
import type { ReadActs } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { useProposals } from '../../proposals/proposals-room.ts'
import { useCommentsRoom } from '../comments/comments-room.ts'

/** What can be done with rows and facts that are not written in: proposing other ones, and commenting. Null for who does neither. */
export function useReadActs(proposes: boolean): ReadActs | null {
  const { menu } = useText().proposals
  const { write } = useText().comments
  const proposals = useProposals()
  const comments = useCommentsRoom()
  // Both change with every word that comes in; what is drawn with them does not.
  const latest = useRef({ proposals, comments })
  latest.current = { proposals, comments }
  const { mayComment } = comments
  return useMemo(() => {
    if (!proposes && !mayComment) return null
    const comment = (label: string, anchor: CommentAnchor) =>
      mayComment ? [{ key: 'comment', label, onChoose: () => latest.current.comments.begin(anchor) }] : []
    const ask = (list: string, rowId: string) =>
      latest.current.proposals.askRow({ list, rowId, shown: [], begins: {} })
    const proposeRow = (list: string, rowId: string) => [
      { key: 'propose', label: menu.row, onChoose: () => ask(list, rowId) },
      {
        key: 'propose-removal',
        label: menu.removeRow,
        onChoose: () => latest.current.proposals.removeRow(list, rowId),
      },
    ]
    const proposeFact = (address: string) => [
      { key: 'propose', label: menu.fact, onChoose: () => latest.current.proposals.askFact(address) },
    ]
    return {
      ofRow: (list, rowId, called) => [
        ...(proposes ? proposeRow(list, rowId) : []),
        ...comment(write.onRow, { kind: 'row', list, rowId, quote: called }),
      ],
      ofFact: (address, label) => [
        ...(proposes ? proposeFact(address) : []),
        ...comment(write.onFact, { kind: 'fact', address, quote: label }),
      ],
      addRow: proposes
        ? { label: menu.addRow, begin: (block) => latest.current.proposals.askRow(newRowOf(block)) }
        : null,
    }
  }, [proposes, mayComment, menu, write])
}

const newRowOf = ({ listPath, columns, newRecord, groupBy }: BlockDescription) => ({
  list: listPath,
  rowId: null,
  shown: [...(groupBy === null ? [] : [groupBy]), ...columns.flatMap(({ fields }) => fields)],
  begins: newRecord,
})
