import { useState } from 'react'
import type { z } from 'zod'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { call } from '../../../connection/index.ts'
import { useLanguage, useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Failure } from '../../failure.tsx'
import { useAction } from '../../load.ts'
import { sayTime } from '../history/moment.ts'
import { QrCode } from '../qr-code.tsx'
import type { WaysIn } from './ways-in.ts'

type Made = z.output<(typeof endpoints.makeRoomCode)['success']['body']>

/** Where codes are typed; short enough to say aloud. */
const CODE_PAGE = '/mee'

/** Codes this page made: they are told once, and live in its memory only. */
const made = new Map<string, Made>()

type RoomCodeProps = { agreementId: string; roomCode: WaysIn['roomCode']; onChanged: () => void }

/** A short code for people in one room: made, shown large, closed. */
export function RoomCode({ agreementId, roomCode, onChanged }: RoomCodeProps) {
  const { sharing } = useText()
  const { language } = useLanguage()
  const params = { id: agreementId }
  const opening = useAction(
    () => call(endpoints.makeRoomCode, { params, body: {} }),
    (opened) => {
      made.set(agreementId, opened)
      onChanged()
    },
  )
  const closing = useAction(
    () => call(endpoints.closeRoomCode, { params }),
    () => {
      made.delete(agreementId)
      onChanged()
    },
  )
  const known = made.get(agreementId)
  const isShown = known !== undefined && roomCode !== null && known.expiresAt === roomCode.expiresAt
  const failure = opening.failure ?? closing.failure
  const until = roomCode === null ? '' : sayTime(new Date(roomCode.expiresAt), language)
  return (
    <section className="hs-share__part" aria-labelledby="room-code">
      <h3 id="room-code">{sharing.code.heading}</h3>
      <p>{sharing.code.lead}</p>
      {isShown ? <Shown code={known.code} until={until} uses={roomCode.uses} /> : null}
      {roomCode !== null && !isShown ? <p>{sharing.code.openElsewhere(until)}</p> : null}
      <div className="hs-share__ways">
        {isShown ? null : (
          <Button icon="plus" isBusy={opening.isBusy} onPress={() => opening.run(undefined)}>
            {opening.isBusy
              ? sharing.code.opening
              : roomCode === null
                ? sharing.code.open
                : sharing.code.again}
          </Button>
        )}
        {roomCode === null ? null : (
          <Button look="quiet" icon="lock" isBusy={closing.isBusy} onPress={() => closing.run(undefined)}>
            {closing.isBusy ? sharing.code.closing : sharing.code.close}
          </Button>
        )}
      </div>
      {failure === null ? null : <Failure failure={failure} />}
    </section>
  )
}

function Shown({ code, until, uses }: { code: string; until: string; uses: number }) {
  const { sharing, everywhere } = useText()
  const [isLarge, setLarge] = useState(false)
  return (
    <>
      <Code code={code} />
      <p className="hs-soft hs-share__facts">{sharing.code.until(until, uses)}</p>
      <Button look="primary" icon="page" onPress={() => setLarge(true)}>
        {sharing.code.large}
      </Button>
      <Dialog
        look="wide"
        title={sharing.code.heading}
        closeLabel={everywhere.close}
        isOpen={isLarge}
        onClose={() => setLarge(false)}
      >
        <div className="hs-code-large">
          <Code code={code} />
          <p>{sharing.code.orScan}</p>
          <QrCode
            text={`${location.origin}${CODE_PAGE}#${encodeURIComponent(code)}`}
            label={sharing.code.qr}
          />
        </div>
      </Dialog>
    </>
  )
}

/** Where to go and what to type, as one says it aloud. */
function Code({ code }: { code: string }) {
  const { sharing } = useText()
  const address = `${location.host}${CODE_PAGE}`
  return (
    <p className="hs-code">
      {sharing.code.goTo} <b>{address}</b> {sharing.code.andType}
      <span className="hs-code__signs">{code}</span>
    </p>
  )
}
