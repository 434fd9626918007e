import { useCallback, useState } from 'react'
import { randomId } from '../../../../shared/document/edit.ts'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import type { ArticleAt, Change } from '../../../../shared/protocol/endpoints-history.ts'
import { type CallFailure, call } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Failure } from '../../failure.tsx'
import { useAction, useLoad } from '../../load.ts'
import { useArticleRoom } from '../articles/article-room.ts'
import { findText } from '../articles/find-text.ts'
import { jumpTo } from '../paper/jump-to.ts'
import type { Around } from '../workspace.tsx'
import { momentBefore } from './changes.ts'
import { drawThenAndNow, isSame } from './compare-sections.ts'
import type { Restored } from './restored-notice.tsx'
import { ThenText } from './then-text.tsx'
import { type Say, useSay } from './use-say.ts'

type Props = {
  around: Around
  change: Change
  /** Told what was put back. */
  onRestored: (restored: Restored) => void
  onClose: () => void
}

/** A text as it was with a change or just before it, what became of it since, and the way to put it back. */
export function AsItWas({ around, change, onRestored, onClose }: Props) {
  const { history, everywhere } = useText()
  const say = useSay(around)
  const room = useArticleRoom()
  const found = room === null ? null : findText(change.place, room.observed.get(), room.catalog)
  // What was taken out stood there until its last change.
  const [side, setSide] = useState<'after' | 'before'>(found === null ? 'before' : 'after')
  const { agreementId } = around
  const moment = side === 'after' ? change.to : momentBefore(change)
  const loaded = useLoad(
    useCallback(() => loadThen(agreementId, change.place, moment), [agreementId, change.place, moment]),
  )
  const { asItWas: words } = history
  return (
    <Dialog look="wide" title={words.title} closeLabel={everywhere.close} isOpen onClose={onClose}>
      <div className="hs-stack">
        {found === null ? null : <h3 lang="nl">{found.name}</h3>}
        <p>{words.changedBy(say.called(change.personId), say.moment(change.to))}</p>
        <fieldset className="hs-then__sides" aria-label={words.which}>
          {(['after', 'before'] as const).map((each) => (
            <Button
              key={each}
              look={each === side ? 'secondary' : 'quiet'}
              {...(each === side ? { icon: 'check' as const } : {})}
              aria-pressed={each === side}
              onPress={() => setSide(each)}
            >
              {words[each]}
            </Button>
          ))}
        </fieldset>
        {loaded.state === 'busy' ? <Waiting /> : null}
        {loaded.state === 'broken' ? <Broken failure={loaded.failure} again={loaded.again} /> : null}
        {loaded.state === 'ready' ? (
          <Comparison
            key={moment}
            at={loaded.value}
            agreementId={agreementId}
            moment={moment}
            say={say}
            place={change.place}
            onRestored={onRestored}
            onClose={onClose}
          />
        ) : null}
      </div>
    </Dialog>
  )
}

const loadThen = (id: string, articleId: string, moment: string): Promise<ArticleAt> =>
  call(endpoints.getArticleAt, { params: { id, articleId }, query: { moment } })

function Waiting() {
  const { asItWas } = useText().history
  return (
    <div className="hs-stack" aria-busy="true">
      <p role="status">{asItWas.busy}</p>
      <Skeleton width="100%" height="8rem" />
    </div>
  )
}

function Broken({ failure, again }: { failure: CallFailure; again: () => void }) {
  const { asItWas } = useText().history
  const isNotThen = failure.kind === 'problem' && failure.name === 'unknown-moment'
  if (isNotThen) return <Callout kind="info">{asItWas.notThen}</Callout>
  return <Failure failure={failure} again={again} />
}

type ComparisonProps = {
  agreementId: string
  at: ArticleAt
  /** The moment that was asked for. */
  moment: string
  say: Say
  place: string
  onRestored: Props['onRestored']
  onClose: () => void
}

function Comparison({ agreementId, at, moment, say, place, onRestored, onClose }: ComparisonProps) {
  const words = useText().history.asItWas
  const room = useArticleRoom()
  const [withDifferences, setWithDifferences] = useState(true)
  const drawn = room === null ? null : drawThenAndNow(room.observed.get(), room.catalog, place, at)
  if (room === null || drawn === null) return null
  const found = findText(place, room.observed.get(), room.catalog)
  const isAlike = isSame(drawn)
  const restored = (name: string) => (versionId: string) => {
    onClose()
    onRestored({ articleId: place, name, text: at.body, versionId })
    jumpTo(place)
  }
  return (
    <>
      {found === null ? <Callout kind="attention">{words.goneNow}</Callout> : null}
      {at.exact ? null : <Callout kind="info">{words.nearest(say.moment(at.moment))}</Callout>}
      {isAlike ? <Callout kind="info">{words.same}</Callout> : null}
      {drawn.was.heading === drawn.now?.heading ? null : (
        <p lang="nl">{words.headingThen(drawn.was.heading)}</p>
      )}
      {isAlike || found === null ? null : (
        <Checkbox isSelected={withDifferences} onChange={setWithDifferences}>
          {words.differences}
        </Checkbox>
      )}
      <ThenText
        drawn={drawn}
        kind={found?.list === 'annexes' ? 'annex' : 'article'}
        withDifferences={withDifferences}
      />
      <p className="hs-soft">{words.facts}</p>
      {found === null || isAlike ? null : (
        <Restore
          params={{ id: agreementId, articleId: place }}
          moment={moment}
          canWrite={room.canWrite}
          onRestored={restored(found.name)}
        />
      )}
    </>
  )
}

type RestoreProps = {
  params: { id: string; articleId: string }
  moment: string
  canWrite: boolean
  /** Told which version holds what stood there. */
  onRestored: (versionId: string) => void
}

/** The server puts it back, so that it can tell the others, and keeps what stood there. */
function Restore({ params, moment, canWrite, onRestored }: RestoreProps) {
  const words = useText().history.asItWas
  // Sent again after a bad connection it is the same command, and is done once.
  const [id] = useState(randomId)
  const restoring = useAction(
    () => call(endpoints.restoreArticleAt, { params, body: { id, moment } }),
    ({ before }) => onRestored(before.id),
  )
  if (!canWrite) return <p>{words.readOnly}</p>
  return (
    <div className="hs-then__restore">
      <p>{words.restoreHelp}</p>
      {restoring.failure === null ? null : <Failure failure={restoring.failure} />}
      <Button look="primary" isBusy={restoring.isBusy} onPress={() => restoring.run(undefined)}>
        {restoring.isBusy ? words.restoring : words.restore}
      </Button>
    </div>
  )
}
