import { useState } from 'react'
import { type PictureTrouble, readPicture } from '../../../shared/agreement/read-picture.ts'
import { inBase64, type Theme } from '../../../shared/agreement/theme.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { TextField } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'

const ACCEPTED = ['.png', '.jpg', '.jpeg', 'image/png', 'image/jpeg']

type Props = { logo: Theme['logo']; onChange: (logo: Theme['logo']) => void }

/** The logo of papers: choose a file, say what it shows, take it away. What can not be used is said at once. */
export function LogoField({ logo, onChange }: Props) {
  const text = useText().workspace.look
  const [trouble, setTrouble] = useState<PictureTrouble | null>(null)
  const take = async (file: File) => {
    const read = readPicture(new Uint8Array(await file.arrayBuffer()))
    setTrouble(typeof read === 'string' ? read : null)
    if (typeof read === 'string') return
    onChange({ picture: inBase64(read.bytes), description: logo?.description ?? '' })
  }
  const remove = () => {
    setTrouble(null)
    onChange(null)
  }
  return (
    <div className="hs-stack hs-look__logo">
      <FileDrop
        label={text.logo}
        button={logo === null ? text.chooseLogo : text.otherLogo}
        accept={ACCEPTED}
        isBusy={false}
        onFile={(file) => void take(file)}
      >
        <p className="hs-look__label">{text.logo}</p>
        <p className="hs-soft">{text.logoHelp}</p>
      </FileDrop>
      {trouble === null ? null : (
        <Callout kind="wrong" isUrgent>
          {text.troubles[trouble]}
        </Callout>
      )}
      {logo === null ? null : (
        <>
          <TextField
            {...{ label: text.description, help: text.descriptionHelp, maxLength: 200, isRequired: true }}
            complaint={logo.description.trim() === '' ? text.descriptionMissing : null}
            value={logo.description}
            onChange={(description) => onChange({ ...logo, description })}
          />
          <Button look="quiet" onPress={remove}>
            {text.removeLogo}
          </Button>
        </>
      )}
    </div>
  )
}
