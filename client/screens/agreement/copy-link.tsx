import { useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

type Copied = 'not yet' | 'copied' | 'failed'

type CopyLinkProps = {
  label: string
  /** The name of the button, which tells this link from others on the page. */
  copyLabel: string
  url: string
  /** It was made right now, by a button on this page: whoever pressed that goes on at the button that copies it. */
  isNew?: boolean
  /** What is to be known of it before it is copied. */
  note?: string
}

/** A link that can be selected, and a button that copies it. */
export function CopyLink({ label, copyLabel, url, isNew = false, note }: CopyLinkProps) {
  const { agreement } = useText()
  const button = useRef<HTMLButtonElement>(null)
  const noteId = useId()
  useEffect(() => {
    if (isNew) button.current?.focus()
  }, [isNew])
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
          ref={button}
          look="primary"
          icon={copied === 'copied' ? 'check' : 'copy'}
          aria-label={copyLabel}
          {...(note === undefined ? {} : { 'aria-describedby': noteId })}
          onPress={copy}
        >
          {copied === 'copied' ? agreement.share.copied : agreement.share.copy}
        </Button>
      </div>
      <p role="status" className={copied === 'failed' ? undefined : 'hs-hidden'}>
        {copied === 'failed' ? agreement.share.copyFailed : null}
        {copied === 'copied' ? agreement.share.copied : null}
      </p>
      {note === undefined ? null : (
        <p id={noteId} className="hs-soft">
          {note}
        </p>
      )}
    </>
  )
}
