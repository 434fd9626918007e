import { type ReactNode, useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { callForFile } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { failureSentence } from '../../failure.tsx'
import { handOver } from '../../hand-over.ts'
import { useAction } from '../../load.ts'
import type { FileChoice } from './choices.ts'

export type Downloading = {
  /** The file that is being made. */
  busy: FileChoice['key'] | null
  /** Fetches a file, or says first what will not be in it. One at a time. */
  start: (choice: FileChoice) => void
  /** What is said about it; stands below the choices. */
  said: ReactNode
}

/** Fetches a file of the agreement. The server makes it, so what it does not have yet is not in it: that is said first. */
export function useDownload(
  agreementId: string,
  /** How much the server does not have yet, at this moment. */
  unkeptNow: () => number,
): Downloading {
  const text = useText()
  const { takeAlong, everywhere } = text
  const [chosen, setChosen] = useState<FileChoice | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  const fetching = useAction(
    ({ query }: FileChoice) => callForFile(endpoints.exportAgreement, { params: { id: agreementId }, query }),
    (file) => {
      handOver(file)
      setDone(true)
    },
  )
  const fetchIt = (choice: FileChoice) => {
    setAsking(false)
    setDone(false)
    fetching.run(choice)
  }
  const start = (choice: FileChoice) => {
    if (fetching.isBusy) return
    setChosen(choice)
    if (unkeptNow() > 0) setAsking(true)
    else fetchIt(choice)
  }
  const again = () => (chosen === null ? undefined : fetchIt(chosen))
  const title = chosen === null ? takeAlong.heading : takeAlong.files[chosen.key].name
  const said = (
    <>
      <p role="status" className="hs-take__said">
        {statusOf(fetching.isBusy, isDone, takeAlong)}
      </p>
      <Dialog title={title} closeLabel={everywhere.close} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Callout kind="attention" action={<Button onPress={again}>{takeAlong.anyway}</Button>}>
          {takeAlong.notAllKept}
        </Callout>
      </Dialog>
      <Dialog
        title={title}
        closeLabel={everywhere.close}
        isOpen={fetching.failure !== null}
        onClose={fetching.reset}
      >
        <Callout
          kind="wrong"
          title={takeAlong.failed}
          isUrgent
          action={<Button onPress={again}>{everywhere.again}</Button>}
        >
          {fetching.failure === null ? null : failureSentence(fetching.failure, text)}
        </Callout>
      </Dialog>
    </>
  )
  return { busy: fetching.isBusy ? (chosen?.key ?? null) : null, start, said }
}

function statusOf(
  isBusy: boolean,
  isDone: boolean,
  words: { busy: string; done: string; where: string },
): string {
  if (isBusy) return words.busy
  return isDone ? words.done : words.where
}
