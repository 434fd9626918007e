import { useState } from 'react'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

type Copied = 'not yet' | 'copied' | 'failed'

/** A link that can be selected, and a button that copies it. */
export function CopyLink({ label, name, url }: { label: string; name: string; url: string }) {
  const { agreement } = useText()
  const [copied, setCopied] = useState<Copied>('not yet')
  const copy = () => {
    navigator.clipboard?.writeText(url).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    ) ?? setCopied('failed')
  }
  return (
    <>
      <div className="hs-share__link">
        <TextField
          aria-label={label}
          label={null}
          value={url}
          isReadOnly
          onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
        />
        <Button
          look="primary"
          icon={copied === 'copied' ? 'check' : 'copy'}
          aria-label={agreement.share.copyFor(name)}
          onPress={copy}
        >
          {copied === 'copied' ? agreement.share.copied : agreement.share.copy}
        </Button>
      </div>
      <p role="status" className={copied === 'failed' ? undefined : 'hs-hidden'}>
        {copied === 'failed' ? agreement.share.copyFailed : null}
        {copied === 'copied' ? agreement.share.copied : null}
      </p>
    </>
  )
}
