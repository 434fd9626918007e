import { useState } from 'react'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import type { ParagraphAt } from '../../editor/index.ts'
import { factWords, fieldNameOf, valueAt } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { useArticleRoom } from '../agreement/articles/article-room.ts'
import { DialogButtons } from './dialog-buttons.tsx'
import { useProposals } from './proposals-room.ts'
import { draftOf, isProposable, readDraft } from './proposed-draft.ts'
import { ProposedField } from './proposed-field.tsx'
import { type AskedRow, RowForm } from './row-form.tsx'
import { placeOfText } from './suggest-mode-here.ts'

export type Asked =
  | { kind: 'paragraph'; at: ParagraphAt }
  | { kind: 'article'; after: string }
  | { kind: 'fact'; address: string }
  | { kind: 'row'; row: AskedRow }
  /** A row of a list that takes no such proposals. */
  | { kind: 'notHere' }

type Props = { asked: Asked; onClose: () => void }
/** For what is asked in the words of the agreement as it is now. */
type InTextProps = { body: AgreementBody; catalog: Catalog; onClose: () => void }

/** Asks for what cannot be proposed by typing in the text. */
export function AskDialog({ asked, onClose }: Props) {
  const { proposals: words, everywhere } = useText()
  const around = useArticleRoom()
  const [inText] = useState(() => around && { body: around.observed.get(), catalog: around.catalog, onClose })
  const isNew = asked.kind === 'row' && asked.row.rowId === null
  return (
    <Dialog
      title={words.dialog[isNew ? 'newRow' : asked.kind]}
      closeLabel={everywhere.close}
      isOpen
      onClose={onClose}
    >
      <div className="hs-proposal__fields">
        {asked.kind === 'paragraph' ? <ParagraphForm at={asked.at} onClose={onClose} /> : null}
        {asked.kind === 'article' ? <ArticleForm after={asked.after} onClose={onClose} /> : null}
        {asked.kind === 'fact' && inText ? <FactForm address={asked.address} {...inText} /> : null}
        {asked.kind === 'notHere' ? <p>{words.dialog.listNotHere}</p> : null}
        {asked.kind === 'row' && inText ? <RowForm asked={asked.row} {...inText} /> : null}
      </div>
    </Dialog>
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
      <DialogButtons isReady={text.trim() !== ''} onSend={send} onClose={onClose} />
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
      <DialogButtons isReady={heading.trim() !== ''} onSend={send} onClose={onClose} />
    </>
  )
}

function FactForm({ address, body, catalog, onClose }: InTextProps & { address: string }) {
  const { dialog, empty } = useText().proposals
  const { propose } = useProposals()
  const now = valueAt(body, address)
  const [first] = useState(() => (isProposable(address) ? draftOf(address, now) : ''))
  const [draft, setDraft] = useState(first)
  if (!isProposable(address)) return <p>{dialog.factNotHere}</p>
  const read = readDraft(address, draft, body, catalog)
  const send = () => {
    if (!read.ok) return
    void propose({ kind: 'fact', address, value: read.value })
    onClose()
  }
  return (
    <>
      <p>{dialog.factNow(factWords(address, now, body, catalog) || empty)}</p>
      <ProposedField
        address={address}
        label={catalog.words.fields[fieldNameOf(address)]?.label ?? dialog.fact}
        body={body}
        catalog={catalog}
        draft={draft}
        onChange={setDraft}
        autoFocus
      />
      <DialogButtons isReady={read.ok && draft !== first} onSend={send} onClose={onClose} />
    </>
  )
}
