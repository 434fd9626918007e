import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call, callForFile } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { handOver } from '../hand-over.ts'
import { useAction, useLoad } from '../load.ts'
import { EraseMe } from './erase-me.tsx'

const loadMe = () => call(endpoints.me, {})

/** What somebody who is known here can do with what is kept about them. */
export function MyData({ onErased }: { onErased: () => void }) {
  const { privacy } = useText()
  const text = privacy.mine
  const loaded = useLoad(loadMe)
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="privacy-mine">
      <h2 id="privacy-mine">{text.heading}</h2>
      {loaded.state === 'busy' ? <p className="hs-soft">{text.loading}</p> : null}
      {loaded.state === 'broken' ? <Failure failure={loaded.failure} again={loaded.again} /> : null}
      {loaded.state === 'ready' && loaded.value.kind === 'nobody' ? <p>{text.nobody}</p> : null}
      {loaded.state === 'ready' && loaded.value.kind !== 'nobody' ? (
        <>
          <p>{text.you(loaded.value.name ?? '')}</p>
          <TakeAlong />
          <Erase onErased={onErased} />
        </>
      ) : null}
    </section>
  )
}

function TakeAlong() {
  const { privacy } = useText()
  const text = privacy.mine
  const [said, setSaid] = useState('')
  const fetching = useAction(
    () => callForFile(endpoints.getMyData, {}),
    (file) => {
      handOver(file, 'mijn-gegevens.json')
      setSaid(text.downloaded)
    },
  )
  const start = () => {
    setSaid('')
    fetching.run(undefined)
  }
  return (
    <div className="hs-privacy__act">
      <p className="hs-soft">{text.downloadHelp}</p>
      <Button icon="download" isBusy={fetching.isBusy} onPress={start}>
        {fetching.isBusy ? text.busy : text.download}
      </Button>
      {fetching.failure === null ? null : <Failure failure={fetching.failure} />}
      <p className="hs-privacy__said" role="status">
        {said}
      </p>
    </div>
  )
}

function Erase({ onErased }: { onErased: () => void }) {
  const { privacy } = useText()
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="hs-privacy__act">
      <p className="hs-soft">{privacy.mine.eraseHelp}</p>
      <Button look="danger" onPress={() => setAsking(true)}>
        {privacy.mine.erase}
      </Button>
      {isAsking ? <EraseMe onErased={onErased} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}
