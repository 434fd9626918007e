import { useState } from 'react'
import { THEME_FONTS, type Theme, type ThemeFont, themeTroubles } from '../../../shared/agreement/theme.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { ColourField } from '../../ui/colour-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Failure } from '../failure.tsx'
import { Form } from '../form.tsx'
import { useAction, useLoad } from '../load.ts'
import { LogoField } from './logo-field.tsx'
import { LookPreview } from './look-preview.tsx'
import './look.css'

/** What the form begins with where nobody chose a look: the plain one. */
const PLAIN: Theme = {
  ...{ name: '', headingColour: '#0B5563', accentColour: '#0B5563' },
  ...{ headingFont: 'Arial', bodyFont: 'Arial', logo: null, addressLine: '' },
}

const FONTS = THEME_FONTS.map((font) => ({ key: font, label: font }))

const loadTheme = () => call(endpoints.getTheme, {})

/** For admins: how the papers of the workspace look. */
export function Look() {
  const loaded = useLoad(loadTheme)
  if (loaded.state === 'busy') return null
  if (loaded.state === 'broken') return <Failure failure={loaded.failure} again={loaded.again} />
  return <LookForm kept={loaded.value.theme} />
}

function LookForm({ kept }: { kept: Theme | null }) {
  const text = useText().workspace.look
  const [isChosen, setChosen] = useState(kept !== null)
  const [draft, setDraft] = useState(kept ?? PLAIN)
  const [said, setSaid] = useState('')
  const change = (part: Partial<Theme>) => {
    setSaid('')
    setDraft({ ...draft, ...part })
  }
  const save = useAction(
    (theme: Theme | null) => call(endpoints.changeTheme, { body: { theme } }),
    ({ theme }) => {
      setChosen(theme !== null)
      setDraft(theme ?? PLAIN)
      setSaid(theme === null ? text.removed : text.saved)
    },
  )
  const isUndescribed = draft.logo !== null && draft.logo.description.trim() === ''
  const dim = themeTroubles(draft).find((trouble) => trouble.path === 'headingColour')
  const submit = () => {
    if (!isUndescribed && dim === undefined) save.run(draft)
  }
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="look">
      <h2 id="look">{text.heading}</h2>
      <p className="hs-soft">{text.lead}</p>
      <LookPreview theme={draft} />
      <Form look="secondary" button={text.save} isBusy={save.isBusy} failure={save.failure} onSubmit={submit}>
        <LogoField logo={draft.logo} onChange={(logo) => change({ logo })} />
        <TextField
          {...{ label: text.name, help: text.nameHelp, maxLength: 100 }}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          {...{ label: text.address, help: text.addressHelp, maxLength: 200 }}
          value={draft.addressLine}
          onChange={(addressLine) => change({ addressLine })}
        />
        <div className="hs-look__pairs">
          <ColourField
            {...{ label: text.headingColour, help: text.headingColourHelp }}
            complaint={dim === undefined ? null : text.tooLight(dim.measured)}
            value={draft.headingColour}
            onChange={(headingColour) => change({ headingColour })}
          />
          <ColourField
            {...{ label: text.accentColour, help: text.accentColourHelp }}
            value={draft.accentColour}
            onChange={(accentColour) => change({ accentColour })}
          />
          <Select<ThemeFont>
            {...{ label: text.headingFont, options: FONTS }}
            value={draft.headingFont}
            onChange={(headingFont) => change({ headingFont })}
          />
          <Select<ThemeFont>
            {...{ label: text.bodyFont, options: FONTS }}
            value={draft.bodyFont}
            onChange={(bodyFont) => change({ bodyFont })}
          />
        </div>
      </Form>
      {isChosen ? (
        <Button look="quiet" onPress={() => save.run(null)}>
          {text.remove}
        </Button>
      ) : null}
      <p className="hs-workspace__said" role="status">
        {said}
      </p>
    </section>
  )
}
