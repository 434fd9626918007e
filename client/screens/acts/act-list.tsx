import { useCallback, useState } from 'react'
import type { ShownAct } from '../../../shared/protocol/acts.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call, callForFile } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Failure } from '../failure.tsx'
import { handOver } from '../hand-over.ts'
import { useAction, useLoad } from '../load.ts'
import { formatMoment } from '../start/format-moment.ts'

/** The acts, the newest first; earlier ones when they are asked for. */
export function ActList({ agreementId }: { agreementId: string }) {
  const { acts: text } = useText()
  const load = useCallback(
    (before?: number) => call(endpoints.listActs, { params: { id: agreementId }, query: { before } }),
    [agreementId],
  )
  const first = useLoad(useCallback(() => load(), [load]))
  const [earlier, setEarlier] = useState<{ acts: ShownAct[]; more: boolean } | null>(null)
  const fetching = useAction(load, ({ acts, more }) =>
    setEarlier((known) => ({ acts: [...(known?.acts ?? []), ...acts], more })),
  )
  if (first.state === 'broken') return <Failure failure={first.failure} again={first.again} />
  const acts = first.state === 'ready' ? [...first.value.acts, ...(earlier?.acts ?? [])] : []
  const more = first.state === 'ready' && (earlier ?? first.value).more
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="acts">
      <h2 id="acts">{text.page}</h2>
      <p className="hs-soft">{text.lead}</p>
      {first.state === 'busy' ? <Arriving /> : <Acts acts={acts} />}
      {fetching.failure === null ? null : <Failure failure={fetching.failure} />}
      {more ? (
        <Button isBusy={fetching.isBusy} onPress={() => fetching.run(acts.at(-1)?.seq)}>
          {fetching.isBusy ? text.busy : text.more}
        </Button>
      ) : null}
      <Take agreementId={agreementId} />
    </section>
  )
}

function Acts({ acts }: { acts: readonly ShownAct[] }) {
  const { acts: text } = useText()
  const { language } = useLanguage()
  if (acts.length === 0) return <p>{text.empty}</p>
  const now = new Date()
  return (
    <ol className="hs-acts__list" aria-label={text.listLabel}>
      {acts.map(({ seq, at, kind, name, aboutName }) => (
        <li key={seq}>
          <span>
            <b>{name === null ? text.handslag : name === '' ? text.nameless : name}</b> {text.kinds[kind]}
            {aboutName === null ? null : (
              <>
                : <b>{aboutName || text.nameless}</b>
              </>
            )}
          </span>
          <time className="hs-soft" dateTime={at}>
            {formatMoment(at, language, now)}
          </time>
        </li>
      ))}
    </ol>
  )
}

function Take({ agreementId }: { agreementId: string }) {
  const { acts: text } = useText()
  const [said, setSaid] = useState('')
  const taking = useAction(
    (format: 'csv' | 'json') =>
      callForFile(endpoints.exportActs, { params: { id: agreementId }, query: { format } }),
    (file) => {
      handOver(file, 'logboek')
      setSaid(text.taken)
    },
  )
  const take = (format: 'csv' | 'json') => {
    setSaid('')
    taking.run(format)
  }
  return (
    <>
      <div className="hs-acts__buttons">
        <Button icon="download" isBusy={taking.isBusy} onPress={() => take('csv')}>
          {text.takeTable}
        </Button>
        <Button icon="download" isBusy={taking.isBusy} onPress={() => take('json')}>
          {text.takeProof}
        </Button>
      </div>
      {taking.failure === null ? null : <Failure failure={taking.failure} />}
      <p className="hs-acts__said" role="status">
        {said}
      </p>
    </>
  )
}

function Arriving() {
  const { acts: text } = useText()
  return (
    <div className="hs-stack" aria-busy="true">
      <p>{text.loading}</p>
      <Skeleton width="80%" height="1.6em" />
      <Skeleton width="60%" height="1.6em" />
    </div>
  )
}
