import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { putBackText, removeText, type TextList } from '../../../../shared/document/article-edit.ts'
import { moveRecord } from '../../../../shared/document/edit.ts'
import { followTextActs } from '../../../../shared/document/text-acts.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { VisuallyHidden } from '../../../ui/hidden.tsx'
import { Notice } from '../notices/notice.tsx'
import { jumpTo } from '../paper/jump-to.ts'
import { AddDialog, type Addition } from './add-dialog.tsx'
import { addBlank, addFrom, restoreFrom } from './article-acts.ts'
import { type ArticleRoom, ArticleRoomProvider } from './article-room.ts'
import { findText } from './find-text.ts'
import { RestoreDialog } from './restore-dialog.tsx'

type Props = Pick<ArticleRoom, 'doc' | 'observed' | 'catalog' | 'template' | 'canWrite'> & {
  children: ReactNode
}
type Asking = { kind: 'add'; list: TextList; after: string | null } | { kind: 'restore'; id: string }
type Removed = { id: string; list: TextList; name: string }

/** What is done with articles as things, from the outline and from the paper, with its dialogs and the way back. */
export function ArticleRoomAround({ doc, observed, catalog, template, canWrite, children }: Props) {
  const { articles: words } = useText()
  const [said, say] = useState('')
  const [asking, setAsking] = useState<Asking | null>(null)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const find = useCallback((id: string) => findText(id, observed.get(), catalog), [observed, catalog])
  const room = useMemo<ArticleRoom>(() => {
    const placed = (id: string): true => {
      const now = find(id)
      if (now) say(words.moved(now.name, now.index + 1, now.ids.length))
      return true
    }
    return {
      ...{ doc, observed, catalog, template, canWrite, say },
      move: (id, direction) => {
        const found = find(id)
        const beside = found?.ids[found.index + direction]
        if (!found || beside === undefined) return false
        return (
          moveRecord(doc, found.list, id, direction < 0 ? { before: beside } : { after: beside }) &&
          placed(id)
        )
      },
      moveBefore: (id, before) => {
        const found = find(id)
        if (!found || before === id || (before !== null && !found.ids.includes(before))) return false
        return moveRecord(doc, found.list, id, before === null ? {} : { before }) && placed(id)
      },
      remove: (id) => {
        const found = find(id)
        if (found && removeText(doc, found.list, id)) setRemoved({ id, list: found.list, name: found.name })
      },
      putBack: (list, id) => {
        putBackText(doc, list, id)
        leadTo(id)
      },
      add: (list, after) => setAsking({ kind: 'add', list, after }),
      restore: (id) => setAsking({ kind: 'restore', id }),
    }
  }, [doc, observed, catalog, template, canWrite, find, words])
  useEffect(
    () =>
      followTextActs(doc, ({ kind, id }) => {
        if (kind === 'back') setRemoved((now) => (now?.id === id ? null : now))
      }),
    [doc],
  )
  const close = () => setAsking(null)
  const add = (list: TextList, after: string | null) => (addition: Addition) => {
    close()
    const where = { doc, body: observed.get(), list, after }
    if (addition.kind === 'back') room.putBack(list, addition.id)
    else if (addition.kind === 'blank') leadTo(addBlank(where, addition.heading))
    else leadTo(addFrom(addition.template, addition.part, where))
  }
  return (
    <ArticleRoomProvider value={room}>
      {children}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {removed === null ? null : (
        <Notice key={removed.id} said={words.removed(removed.name)} onClose={() => setRemoved(null)}>
          <Button look="primary" onPress={() => room.putBack(removed.list, removed.id)}>
            {words.undo}
          </Button>
        </Notice>
      )}
      {asking?.kind === 'add' ? (
        <AddDialog
          room={room}
          list={asking.list}
          after={asking.after}
          onAdd={add(asking.list, asking.after)}
          onClose={close}
        />
      ) : null}
      {asking?.kind === 'restore' ? (
        <RestoreDialog
          room={room}
          id={asking.id}
          onClose={close}
          onRestore={(from, part) => {
            const found = find(asking.id)
            if (found) restoreFrom(from, part, doc, observed.get(), found)
            close()
          }}
        />
      ) : null}
    </ArticleRoomProvider>
  )
}

/** To what was just added, once it is drawn and the dialog has given the focus back. */
function leadTo(id: string): void {
  setTimeout(() => requestAnimationFrame(() => jumpTo(id)), 60)
}
