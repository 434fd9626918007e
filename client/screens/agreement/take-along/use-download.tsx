import { type ReactNode, useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { callForFile, type DownloadedFile, failureOf } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { failureSentence } from '../../failure.tsx'
import { handOver } from '../../hand-over.ts'
import { useAction } from '../../load.ts'
import type { FileChoice } from './choices.ts'
import type { WordJob } from './word-job.ts'
import { writeWordHere } from './write-here.ts'

/** What a Word file can be made of on this device; null where that can not be done. */
export type OnDevice = (() => Promise<WordJob>) | null

export type Downloading = {
  /** The file that is being made. */
  busy: FileChoice['key'] | null
  /** Fetches a file, or says first what will not be in it. One at a time. */
  start: (choice: FileChoice) => void
  /** What is said about it; stands below the choices. */
  said: ReactNode
}

/**
 * Fetches a file of the agreement. The server makes it, so what it does not have yet is not in it: that is said first. Without a server
 * the Word file is made on this device, of what this device has, and that is said.
 */
export function useDownload(
  agreementId: string,
  onDevice: OnDevice,
  /** How much the server does not have yet, at this moment. */
  unkeptNow: () => number,
): Downloading {
  const text = useText()
  const { takeAlong, everywhere } = text
  const [chosen, setChosen] = useState<FileChoice | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [stage, setStage] = useState<Stage>('where')
  const fetching = useAction(
    async ({ query, onDevice: isMadeHere }: FileChoice): Promise<Taken> => {
      try {
        const input = { params: { id: agreementId }, query }
        return { file: await callForFile(endpoints.exportAgreement, input), stage: 'done' }
      } catch (thrown) {
        if (!isMadeHere || onDevice === null || failureOf(thrown).kind !== 'unreachable') throw thrown
        setStage('busyHere')
        return { file: await writeWordHere(await onDevice()), stage: 'doneHere' }
      }
    },
    (taken) => {
      handOver(taken.file)
      setStage(taken.stage)
    },
  )
  const fetchIt = (choice: FileChoice) => {
    setAsking(false)
    setStage('busy')
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
        {fetching.failure === null ? takeAlong[stage] : takeAlong.where}
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

/** What stands below the choices: the name of its sentence in the text tables. */
type Stage = 'where' | 'busy' | 'busyHere' | 'done' | 'doneHere'
type Taken = { file: DownloadedFile; stage: Stage }
