import { useEffect, useRef, useState } from 'react'
import { asItStands } from '../../../../shared/agreement/as-it-stands.ts'
import { canonicalRichText } from '../../../../shared/agreement/canonical-rich-text.ts'
import type { RichText } from '../../../../shared/agreement/rich-text.ts'
import { randomId } from '../../../../shared/document/edit.ts'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { call } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Failure } from '../../failure.tsx'
import { useAction } from '../../load.ts'
import { useArticleRoom } from '../articles/article-room.ts'
import { Notice } from '../notices/notice.tsx'

/** What this person put back: the text as it is again, and the version with what stood there before. */
export type Restored = { articleId: string; name: string; text: RichText; versionId: string }

type Props = { agreementId: string; restored: Restored; onClose: () => void }

/** Says that a text is back as it was, with the way to take that back until somebody goes on writing in it. */
export function RestoredNotice({ agreementId, restored, onClose }: Props) {
  const { articles, history } = useText()
  const { articleId, name, text, versionId } = restored
  const [command] = useState(randomId)
  const undoing = useAction(
    () =>
      call(endpoints.restoreVersion, {
        params: { id: agreementId, versionId },
        body: { id: command, articleId },
      }),
    onClose,
  )
  useOnceWrittenIn(articleId, text, onClose)
  return (
    <Notice said={history.asItWas.restored(name)} onClose={onClose}>
      {undoing.failure === null ? null : <Failure failure={undoing.failure} />}
      <Button look="primary" isBusy={undoing.isBusy} onPress={() => undoing.run(undefined)}>
        {articles.undo}
      </Button>
    </Notice>
  )
}

/** Calls once the text was as it was then and is not any more: to take that back would take other words along. */
function useOnceWrittenIn(articleId: string, then: RichText, onWritten: () => void): void {
  const observed = useArticleRoom()?.observed
  const latest = useRef(onWritten)
  latest.current = onWritten
  useEffect(() => {
    if (observed === undefined) return
    const wanted = wordsOf(then)
    let wasThere = false
    const look = () => {
      const { articles, annexes } = observed.get()
      const text = [...articles, ...annexes].find(({ id }) => id === articleId)
      const isThere = text !== undefined && wordsOf(text.body) === wanted
      if (wasThere && !isThere) latest.current()
      wasThere ||= isThere
    }
    look()
    return observed.subscribe(look)
  }, [observed, articleId, then])
}

const wordsOf = (text: RichText): string => JSON.stringify(canonicalRichText(asItStands(text)))
