import { useState } from 'react'
import type { ParagraphAt } from '../../editor/index.ts'
import { layoutAt, scalarForm, valueAt } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { useProposals } from './proposals-room.ts'
import { placeOfText } from './suggest-mode-here.ts'

export type Asked =
  | { kind: 'paragraph'; at: ParagraphAt }
  | { kind: 'article'; after: string }
  | { kind: 'fact'; address: string }

type Props = { asked: Asked; open: OpenAgreement; onClose: () => void }

/** Asks for what cannot be proposed by typing in the text. */
export function AskDialog({ asked, open, onClose }: Props) {
  const { proposals: words, everywhere } = useText()
  return (
    <Dialog title={words.dialog[asked.kind]} closeLabel={everywhere.close} isOpen onClose={onClose}>
      {asked.kind === 'paragraph' ? <ParagraphForm at={asked.at} onClose={onClose} /> : null}
      {asked.kind === 'article' ? <ArticleForm after={asked.after} onClose={onClose} /> : null}
      {asked.kind === 'fact' ? <FactForm address={asked.address} open={open} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Buttons({
  isReady,
  onSend,
  onClose,
}: {
  isReady: boolean
  onSend: () => void
  onClose: () => void
}) {
  const { dialog } = useText().proposals
  return (
    <div className="hs-proposal__buttons">
      <Button look="primary" isDisabled={!isReady} onPress={onSend}>
        {dialog.send}
      </Button>
      <Button onPress={onClose}>{dialog.cancel}</Button>
    </div>
  )
}

function ParagraphForm({ at, onClose }: { at: ParagraphAt; onClose: () => void }) {
  const { dialog } = useText().proposals
  const { propose } = useProposals()
  const [text, setText] = useState('')
  const send = () => {
    const { place, index, seen, level } = at
    const kind = at.kind === 'heading' ? 'clause' : at.kind
    void propose({
      kind: 'paragraph-add',
      articleId: placeOfText(place),
      index,
      seen,
      paragraph: { kind, level, text },
    })
    onClose()
  }
  return (
    <>
      <TextArea label={dialog.paragraphText} value={text} onChange={setText} autoFocus />
      <Buttons isReady={text.trim() !== ''} onSend={send} onClose={onClose} />
    </>
  )
}

function ArticleForm({ after, onClose }: { after: string; onClose: () => void }) {
  const { dialog } = useText().proposals
  const { propose } = useProposals()
  const [heading, setHeading] = useState('')
  const [text, setText] = useState('')
  const send = () => {
    void propose({ kind: 'article-add', heading, text, after })
    onClose()
  }
  return (
    <>
      <TextField label={dialog.heading} value={heading} onChange={setHeading} autoFocus />
      <TextArea label={dialog.articleText} value={text} onChange={setText} />
      <Buttons isReady={heading.trim() !== ''} onSend={send} onClose={onClose} />
    </>
  )
}

function FactForm({ address, open, onClose }: { address: string; open: OpenAgreement; onClose: () => void }) {
  const { dialog, empty } = useText().proposals
  const { propose } = useProposals()
  const [typed, setTyped] = useState('')
  const layout = layoutAt(address)
  const form = layout.kind === 'scalar' ? scalarForm(layout.type) : null
  if (form === null && layout.kind !== 'longText') return <p>{dialog.notHere}</p>
  const now = valueAt(open.observed.get(), address)
  const isEmpty = now === null || now === undefined || now === ''
  const shown = isEmpty ? empty : form === null ? String(now) : form.format(now as string | number)
  const parsed = form === null ? ({ ok: true, value: typed } as const) : form.parse(typed)
  const send = () => {
    if (!parsed.ok) return
    void propose({ kind: 'fact', address, value: parsed.value })
    onClose()
  }
  return (
    <>
      <p>{dialog.factNow(shown)}</p>
      <TextField
        label={dialog.fact}
        value={typed}
        onChange={setTyped}
        complaint={parsed.ok || typed === '' ? null : dialog.wrong}
        autoFocus
      />
      <Buttons isReady={parsed.ok && typed.trim() !== ''} onSend={send} onClose={onClose} />
    </>
  )
}
