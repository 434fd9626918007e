import { useEffect, useId, useRef, useState } from 'react'
import { canPutBack, maybeTextOwner, putBackWords } from '../../../../shared/document/put-back.ts'
import type { Offered } from '../../../offered/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { VisuallyHidden } from '../../../ui/hidden.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Surroundings } from '../surroundings.ts'
import { useDerived } from '../use-derived.ts'
import type { OpenAgreement } from '../use-live.ts'
import { OfferedItem, type ShownOffer } from './offered-item.tsx'
import { placeOf, runsOf, whyOf } from './say-offered.ts'
import { useOffered } from './use-offered.ts'
import './offered.css'

type NoticeProps = {
  agreementId: string
  open: OpenAgreement
  surroundings: Surroundings
  canWrite: boolean
  isWide: boolean
  goTo: (id: string) => void
}

/**
 * What this person typed and others made vanish unseen, at a fixed place that moves nothing. It takes no focus; a screen reader says
 * it when there is time. On a narrow screen it is one line until somebody opens it.
 */
export function OfferedNotice(props: NoticeProps) {
  const { agreementId, open, surroundings, canWrite, isWide, goTo } = props
  const { offered: words } = useText()
  const { words: kept, list } = useOffered(agreementId, surroundings.you.personId)
  const [isOpen, setOpen] = useState(isWide)
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  const { doc } = open.live
  const shown = useDerived(open.observed.subscribe, () =>
    list.map((offer) => shownOffer(offer, { ...props, words })),
  )
  const [said, say] = useSaid(list, words.said)
  const dismiss = (offer: Offered) => {
    kept.dismiss(offer.id)
    const next = list.length > 1 ? heading.current : document.getElementById('content')
    next?.focus({ preventScroll: true })
  }
  const putBack = (offer: ShownOffer) => {
    if (!putBackWords(doc, offer.offer)) return
    say(words.done(offer.place))
    dismiss(offer.offer)
    const owner = maybeTextOwner(offer.offer.place)
    goTo(owner?.id ?? offer.offer.place)
  }
  return (
    <>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {shown.length === 0 ? null : (
        <section className="hs-offered" aria-labelledby={headingId}>
          <div className="hs-offered__head">
            <Icon name="attention" size={22} />
            <h2 id={headingId} ref={heading} tabIndex={-1}>
              {words.heading}
            </h2>
            <Button look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {isOpen ? words.fold : words.open(shown.length)}
            </Button>
          </div>
          {isOpen ? (
            <ul className="hs-offered__list">
              {shown.map((each) => (
                <OfferedItem
                  key={each.offer.id}
                  shown={each}
                  canWrite={canWrite}
                  onPutBack={() => putBack(each)}
                  onDismiss={() => dismiss(each.offer)}
                />
              ))}
            </ul>
          ) : null}
        </section>
      )}
    </>
  )
}

/** What a screen reader says: that something is offered, and what was put back. */
function useSaid(
  list: readonly Offered[],
  saidOf: (count: number) => string,
): [string, (said: string) => void] {
  const before = useRef(0)
  const [said, say] = useState('')
  useEffect(() => {
    if (list.length > before.current) say(saidOf(list.length))
    before.current = list.length
  }, [list, saidOf])
  return [said, say]
}

type Around = Pick<NoticeProps, 'open' | 'surroundings'> & { words: ReturnType<typeof useText>['offered'] }

function shownOffer(offer: Offered, { open, surroundings, words }: Around): ShownOffer {
  const body = open.observed.get()
  const { catalog } = surroundings
  return {
    offer,
    place: placeOf(offer, body, catalog, words),
    why: whyOf(offer, words),
    runs: runsOf(offer, body, catalog, words),
    hasPlace: canPutBack(open.live.doc, offer),
  }
}
