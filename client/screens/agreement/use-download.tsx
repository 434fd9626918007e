import { type ReactNode, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { callForFile } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { failureSentence } from '../failure.tsx'
import { handOver } from '../hand-over.ts'
import { useAction } from '../load.ts'

/** Which Word file: as it stands, or one to work on, with what everybody may read of comments and proposals. */
export type WantedFile = { agreementId: string; remarks: 'none' | 'shared'; title: string }

export type Downloading = {
  isBusy: boolean
  /** Fetches the file, or says first what will not be in it. */
  start: () => void
  /** What is said about it; stands beside the button. */
  said: ReactNode
}

/** Fetches the agreement as a Word file. The server makes it, so what it does not have yet is not in it: that is said first. */
export function useDownload(
  { agreementId, remarks, title }: WantedFile,
  /** How much the server does not have yet, at this moment. */
  unkeptNow: () => number,
): Downloading {
  const text = useText()
  const { download } = text.agreement
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  const fetching = useAction(
    (id: string) =>
      callForFile(endpoints.exportAgreement, { params: { id }, query: { format: 'docx', remarks } }),
    (file) => {
      handOver(file, 'handslag.docx')
      setDone(true)
    },
  )
  const fetchIt = () => {
    setAsking(false)
    setDone(false)
    fetching.run(agreementId)
  }
  const said = (
    <>
      <VisuallyHidden>
        <span role="status">{statusOf(fetching.isBusy, isDone, download)}</span>
      </VisuallyHidden>
      <Dialog
        title={title}
        closeLabel={text.everywhere.close}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <Callout kind="attention" action={<Button onPress={fetchIt}>{download.anyway}</Button>}>
          {download.notAllKept}
        </Callout>
      </Dialog>
      <Dialog
        title={title}
        closeLabel={text.everywhere.close}
        isOpen={fetching.failure !== null}
        onClose={fetching.reset}
      >
        <Callout
          kind="wrong"
          title={download.failed}
          isUrgent
          action={<Button onPress={fetchIt}>{text.everywhere.again}</Button>}
        >
          {fetching.failure === null ? null : failureSentence(fetching.failure, text)}
        </Callout>
      </Dialog>
    </>
  )
  return { isBusy: fetching.isBusy, start: () => (unkeptNow() > 0 ? setAsking(true) : fetchIt()), said }
}

function statusOf(isBusy: boolean, isDone: boolean, words: { busy: string; done: string }): string {
  if (isBusy) return words.busy
  return isDone ? words.done : ''
}
