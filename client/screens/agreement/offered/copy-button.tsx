import { useState } from 'react'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'

/** Copies words that are offered, and says whether that went well. */
export function CopyButton({ text }: { text: string }) {
  const { offered: words } = useText()
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'failed'>('not yet')
  const copy = () => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    ) ?? setCopied('failed')
  }
  return (
    <>
      <Button icon={copied === 'copied' ? 'check' : 'copy'} onPress={copy}>
        {copied === 'copied' ? words.copied : words.copy}
      </Button>
      <span role="status" className={copied === 'failed' ? 'hs-offered__why' : 'hs-hidden'}>
        {copied === 'copied' ? words.copied : null}
        {copied === 'failed' ? words.copyFailed : null}
      </span>
    </>
  )
}
