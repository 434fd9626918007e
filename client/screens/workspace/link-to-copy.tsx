import { useState } from 'react'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

/** A link that can be selected, and copied where the browser lets us. */
export function LinkToCopy({ url }: { url: string }) {
  const text = useText().workspace
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className="hs-workspace__link">
      <TextField
        label={text.link}
        value={url}
        isReadOnly
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
      />
      <Button icon={isCopied ? 'check' : 'copy'} onPress={copy}>
        {isCopied ? text.copied : text.copy}
      </Button>
    </div>
  )
}
