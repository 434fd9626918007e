import { useCallback, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call, listAgreements } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../form.tsx'
import { formatDay } from '../format-day.ts'
import { useAction, useLoad } from '../load.ts'

type Known = { title: string; deletesAt: string | null }

async function loadKnown(agreementId: string): Promise<Known> {
  const { deletesAt } = await call(endpoints.getRetention, { params: { id: agreementId } })
  const { agreements } = await listAgreements()
  return { title: agreements.find(({ id }) => id === agreementId)?.title ?? '', deletesAt }
}

/** When the agreement goes by itself, and deleting it now. Nothing of it stands here for who may not. */
export function DeleteAgreement({ agreementId }: { agreementId: string }) {
  const { privacy } = useText()
  const text = privacy.deletion
  const { language } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const loaded = useLoad(useCallback(() => loadKnown(agreementId), [agreementId]))
  if (loaded.state !== 'ready') return null
  const { title, deletesAt } = loaded.value
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="delete">
      <h2 id="delete">{text.heading}</h2>
      <p>{deletesAt === null ? text.forever : text.until(formatDay(deletesAt, language))}</p>
      <p className="hs-soft">{text.help}</p>
      <Button look="danger" onPress={() => setAsking(true)}>
        {text.button}
      </Button>
      {isAsking ? <Ask agreementId={agreementId} title={title} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

type AskProps = { agreementId: string; title: string; onClose: () => void }

/** The title is typed by hand, so that nobody deletes the wrong one by a tap. */
function Ask({ agreementId, title, onClose }: AskProps) {
  const { privacy, everywhere } = useText()
  const text = privacy.deletion
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const remove = useAction(
    () => call(endpoints.deleteAgreement, { params: { id: agreementId }, body: { title: typed } }),
    // A new page: nothing of it stays in memory.
    () => window.location.assign('/'),
  )
  const submit = () => {
    setTried(true)
    if (typed.trim() !== '') remove.run(undefined)
  }
  return (
    <Dialog title={text.question} closeLabel={everywhere.close} isOpen onClose={onClose}>
      <div className="hs-acts__ask">
        <p>{text.help}</p>
        <Callout kind="attention">
          {text.download} {privacy.mine.noWayBack}
        </Callout>
        <p>
          <b>{text.titleIs(title === '' ? everywhere.untitled : title)}</b>
        </p>
        <Form
          button={text.confirm}
          look="danger"
          isBusy={remove.isBusy}
          failure={remove.failure}
          onSubmit={submit}
        >
          <TextField
            label={text.title}
            value={typed}
            onChange={setTyped}
            complaint={isTried && typed.trim() === '' ? text.titleMissing : null}
            autoComplete="off"
            isRequired
          />
        </Form>
        <div className="hs-acts__buttons">
          <Button look="quiet" onPress={onClose}>
            {everywhere.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
