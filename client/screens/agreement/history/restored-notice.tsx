import { useEffect } from 'react'
import { useText } from '../../../text/index.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { useHistoryRoom } from './history-room.ts'

/** Says that a text is back as it was, with the way to take that back until one goes on writing. */
export function RestoredNotice({ name, onClose }: { name: string; onClose: () => void }) {
  const { articles, history } = useText()
  const { undo } = useHistoryRoom()
  const paper = undo.current
  // The next step of undo is no longer this one: the toolbar has them all.
  useEffect(() => paper?.subscribe(onClose), [paper, onClose])
  return (
    <div className="hs-article-notice" role="status">
      <span>{history.asItWas.restored(name)}</span>
      <span className="hs-article-notice__actions">
        {paper === null ? null : (
          <Button look="primary" onPress={() => paper.undo()}>
            {articles.undo}
          </Button>
        )}
        <IconButton icon="close" label={articles.dismiss} onPress={onClose} />
      </span>
    </div>
  )
}
