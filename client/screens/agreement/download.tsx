import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { useDownload } from './use-download.tsx'

type DownloadProps = {
  agreementId: string
  /** How much the server does not have yet, at this moment. */
  unkeptNow: () => number
  isWide: boolean
}

/** The agreement as a Word file, as it stands on paper. */
export function Download({ agreementId, unkeptNow, isWide }: DownloadProps) {
  const { download } = useText().agreement
  const { isBusy, start, said } = useDownload(
    { agreementId, remarks: 'none', title: download.button },
    unkeptNow,
  )
  return (
    <>
      <Button look="primary" icon="download" isBusy={isBusy} aria-label={download.button} onPress={start}>
        {isWide ? download.button : download.short}
      </Button>
      {said}
    </>
  )
}
