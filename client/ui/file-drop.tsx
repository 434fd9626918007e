import type { ReactNode } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from './button.tsx'
import './file-drop.css'

type Props = {
  /** Name of the place to drop it, for who does not see it. */
  label: string
  button: string
  /** Endings and media types of the files that can be chosen. */
  accept: readonly string[]
  isBusy: boolean
  onFile: (file: File) => void
  children?: ReactNode
}

/** A place to drop one file on, with a button to choose it: on a telephone that button is all there is. */
export function FileDrop({ label, button, accept, isBusy, onFile, children }: Props) {
  const onDrop = async (items: readonly { kind: string; getFile?: () => Promise<File> }[]) => {
    const [first] = items.filter(({ kind }) => kind === 'file')
    const file = await first?.getFile?.()
    if (file !== undefined) onFile(file)
  }
  return (
    <DropZone
      className="hs-drop"
      aria-label={label}
      isDisabled={isBusy}
      onDrop={({ items }) => void onDrop(items)}
    >
      {children}
      <FileTrigger
        acceptedFileTypes={[...accept]}
        onSelect={(files) => {
          const [file] = files ?? []
          if (file !== undefined) onFile(file)
        }}
      >
        <Button look="primary" icon="upload" isBusy={isBusy}>
          {button}
        </Button>
      </FileTrigger>
    </DropZone>
  )
}
