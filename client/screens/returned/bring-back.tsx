import { useCallback, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import {
  RETURN_BOUNDS,
  type ReturnSummary,
  type ReturnView,
  WORD_FILE_TYPES,
} from '../../../shared/protocol/endpoints-returns.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { sayMoment } from '../agreement/history/moment.ts'
import { Failure } from '../failure.tsx'
import { useAction, useLoad } from '../load.ts'

type Props = {
  agreementId: string
  mayBring: boolean
  onBrought: (view: ReturnView) => void
  onLook: (returnId: string) => void
}

/** Choosing a file to bring back, and those that were brought before. */
export function BringBack({ agreementId, mayBring, onBrought, onLook }: Props) {
  const { returned } = useText()
  const [removed, setRemoved] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was removed is a reason to ask again
  const load = useCallback(
    () => call(endpoints.listReturns, { params: { id: agreementId } }),
    [agreementId, removed],
  )
  const list = useLoad(load)
  return (
    <>
      {mayBring ? <ChooseFile agreementId={agreementId} onBrought={onBrought} /> : null}
      <p role="status" className="hs-returned__said">
        {removed === 0 ? '' : returned.removed}
      </p>
      {list.state === 'broken' ? <Failure failure={list.failure} again={list.again} /> : null}
      {list.state === 'ready' && list.value.returns.length > 0 ? (
        <section aria-labelledby="brought-before">
          <h2 id="brought-before">{returned.earlier}</h2>
          <ul className="hs-returned__earlier">
            {list.value.returns.map((each) => (
              <li key={each.returnId} className="hs-sheet">
                <Earlier
                  agreementId={agreementId}
                  summary={each}
                  onLook={onLook}
                  onRemoved={() => setRemoved((count) => count + 1)}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function ChooseFile({ agreementId, onBrought }: Pick<Props, 'agreementId' | 'onBrought'>) {
  const { returned } = useText()
  const [isTooLarge, setTooLarge] = useState(false)
  const bringing = useAction(
    (file: File) =>
      call(endpoints.importFile, {
        params: { id: agreementId },
        query: { fileName: file.name.slice(-RETURN_BOUNDS.fileName) },
        file,
      }),
    onBrought,
  )
  const choose = (file: File) => {
    bringing.reset()
    setTooLarge(file.size > RETURN_BOUNDS.bytes)
    if (file.size <= RETURN_BOUNDS.bytes) bringing.run(file)
  }
  return (
    <div className="hs-sheet hs-stack">
      <FileDrop
        label={returned.drop}
        button={returned.choose}
        accept={['.docx', WORD_FILE_TYPES[0]]}
        isBusy={bringing.isBusy}
        onFile={choose}
      >
        <p>{returned.dropHelp}</p>
      </FileDrop>
      <p role="status" className="hs-returned__said">
        {bringing.isBusy ? returned.readingFile : ''}
      </p>
      {isTooLarge ? (
        <Callout kind="wrong" isUrgent>
          {returned.tooLarge}
        </Callout>
      ) : null}
      {bringing.failure === null ? null : <Failure failure={bringing.failure} />}
    </div>
  )
}

type EarlierProps = {
  agreementId: string
  summary: ReturnSummary
  onLook: (returnId: string) => void
  onRemoved: () => void
}

function Earlier({ agreementId, summary, onLook, onRemoved }: EarlierProps) {
  const { returned, history } = useText()
  const { language } = useLanguage()
  const { returnId, at, by, fileName, isOwn, mayRemove, found, taken, left } = summary
  const when = sayMoment(at, history, language, new Date())
  const name = fileName || returned.nameless
  return (
    <>
      <h3 dir="auto">{name}</h3>
      <p className="hs-soft">
        {returned.broughtBy(when, by.name || returned.someone)} {returned.counts(found, taken, left)}
      </p>
      <div className="hs-change__buttons">
        {isOwn ? (
          <Button aria-label={returned.openLabel(name)} onPress={() => onLook(returnId)}>
            {returned.open}
          </Button>
        ) : null}
        {mayRemove ? (
          <Remove agreementId={agreementId} returnId={returnId} name={name} onRemoved={onRemoved} />
        ) : null}
      </div>
    </>
  )
}

type RemoveProps = { agreementId: string; returnId: string; name: string; onRemoved: () => void }

function Remove({ agreementId, returnId, name, onRemoved }: RemoveProps) {
  const { returned, everywhere } = useText()
  const [isAsking, setAsking] = useState(false)
  const removing = useAction(
    () => call(endpoints.removeReturn, { params: { id: agreementId, returnId } }),
    () => {
      setAsking(false)
      onRemoved()
    },
  )
  return (
    <>
      <Button look="quiet" aria-label={returned.removeLabel(name)} onPress={() => setAsking(true)}>
        {returned.remove}
      </Button>
      <Dialog
        title={returned.removeLabel(name)}
        closeLabel={everywhere.close}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <div className="hs-stack">
          <p>{returned.removeAsk}</p>
          {removing.failure === null ? null : <Failure failure={removing.failure} />}
          <div className="hs-change__buttons">
            <Button look="danger" isBusy={removing.isBusy} onPress={() => removing.run(undefined)}>
              {returned.removeYes}
            </Button>
            <Button onPress={() => setAsking(false)}>{everywhere.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
