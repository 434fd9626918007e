import { useCallback } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { call } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { ChoiceButton, ChoiceLink, ClosedChoice } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useLoad } from '../../load.ts'
import { useArticleRoom } from '../articles/article-room.ts'
import { themeAtHand } from '../theme-at-hand.ts'
import type { Around } from '../workspace.tsx'
import { FILES, type FileChoice, GROUPS, isFor, type Situation, WAYS } from './choices.ts'
import { type OnDevice, useDownload } from './use-download.tsx'
import './take-along.css'

type TakeAlongProps = {
  around: Around
  isFixed: boolean
  /** Whether the text of this device is there to make a file of. */
  isOpened: boolean
  /** How much the server does not have yet, at this moment. */
  unkeptNow: () => number
  isOpen: boolean
  onClose: () => void
}

/** Every file of the agreement in one place, each with what it is for, and the way to what else can be taken along. */
export function TakeAlongDialog(props: TakeAlongProps) {
  const { takeAlong, everywhere } = useText()
  return (
    <Dialog
      title={takeAlong.heading}
      closeLabel={everywhere.close}
      isOpen={props.isOpen}
      onClose={props.onClose}
    >
      <Choices {...props} />
    </Dialog>
  )
}

function Choices({ around, isFixed, isOpened, unkeptNow, onClose }: TakeAlongProps) {
  const { takeAlong } = useText()
  const { agreementId, you } = around
  const situation: Situation = { isFixed, hasOffice: useHasOffice() }
  const downloading = useDownload(agreementId, useOnDevice(around, isOpened && !isFixed), unkeptNow)
  const drawFile = (choice: FileChoice) => {
    const reason = choice.whyNot?.(situation) ?? null
    const { name, what } = takeAlong.files[choice.key]
    return (
      <li key={choice.key}>
        {reason === null ? (
          <ChoiceButton
            icon="download"
            name={name}
            what={what}
            isBusy={downloading.busy === choice.key}
            onPress={() => downloading.start(choice)}
          />
        ) : (
          <ClosedChoice icon="lock" name={name} what={takeAlong.whyNot[reason]} />
        )}
      </li>
    )
  }
  return (
    <div className="hs-take">
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={`take-${group}`}>
          <h3 id={`take-${group}`}>{takeAlong.groups[group]}</h3>
          <ul>{FILES.filter((file) => file.group === group && isFor(you.role, file)).map(drawFile)}</ul>
        </section>
      ))}
      <section aria-labelledby="take-ways">
        <h3 id="take-ways">{takeAlong.other}</h3>
        <ul>
          {WAYS.filter((way) => isFor(you.role, way)).map(({ key, icon, at }) => (
            <li key={key}>
              <ChoiceLink
                icon={icon}
                {...takeAlong.ways[key]}
                href={`/agreements/${encodeURIComponent(agreementId)}/${at}`}
                onPress={onClose}
              />
            </li>
          ))}
        </ul>
      </section>
      {downloading.said}
    </div>
  )
}

/** Of a fixed text there is one Word file, which the server has: no other is made of it here. */
function useOnDevice({ agreementId }: Around, isPossible: boolean): OnDevice {
  const room = useArticleRoom()
  if (room === null || !isPossible) return null
  return async () => {
    const theme = await themeAtHand(agreementId)
    return { agreementId, body: room.observed.get(), catalog: room.catalog, date: new Date(), theme }
  }
}

/** Asked each time the choices appear: an operator may have put the program there since. Who asks in vain gets the server's own words. */
function useHasOffice(): boolean {
  const asked = useLoad(useCallback(() => call(endpoints.me, {}), []))
  return asked.state !== 'ready' || asked.value.canOffice
}
