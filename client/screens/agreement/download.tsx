import { useState } from 'react'
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

type DownloadProps = {
  agreementId: string
  /** How much the server does not have yet, at this moment. */
  unkeptNow: () => number
  isWide: boolean
}

/** The agreement as a Word file. The server makes it, so what it does not have yet is not in it: that is said first. */
export function Download({ agreementId, unkeptNow, isWide }: DownloadProps) {
  const text = useText()
  const { download } = text.agreement
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  const fetching = useAction(
    (id: string) => callForFile(endpoints.exportAgreement, { params: { id }, query: { format: 'docx' } }),
    (file) => {
      handOver(file, 'handslag.docx')
      setDone(true)
    },
  )
  const start = () => {
    setAsking(false)
    setDone(false)
    fetching.run(agreementId)
  }
  return (
    <>
      <Button
        look="primary"
        icon="download"
        isBusy={fetching.isBusy}
        aria-label={download.button}
        onPress={() => (unkeptNow() > 0 ? setAsking(true) : start())}
      >
        {isWide ? download.button : download.short}
      </Button>
      <VisuallyHidden>
        <span role="status">{statusOf(fetching.isBusy, isDone, download)}</span>
      </VisuallyHidden>
      <Dialog
        title={download.button}
        closeLabel={text.everywhere.close}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <Callout kind="attention" action={<Button onPress={start}>{download.anyway}</Button>}>
          {download.notAllKept}
        </Callout>
      </Dialog>
      <Dialog
        title={download.button}
        closeLabel={text.everywhere.close}
        isOpen={fetching.failure !== null}
        onClose={fetching.reset}
      >
        <Callout
          kind="wrong"
          title={download.failed}
          isUrgent
          action={<Button onPress={start}>{text.everywhere.again}</Button>}
        >
          {fetching.failure === null ? null : failureSentence(fetching.failure, text)}
        </Callout>
      </Dialog>
    </>
  )
}

function statusOf(isBusy: boolean, isDone: boolean, words: { busy: string; done: string }): string {
  if (isBusy) return words.busy
  return isDone ? words.done : ''
}
