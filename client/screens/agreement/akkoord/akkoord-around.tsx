import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { articleContents, inWordsOfNow } from '../../../../shared/outline/article-content.ts'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { call, callOrRecall, type LiveConnection } from '../../../connection/index.ts'
import { keptText } from '../../../offered/index.ts'
import { partyEntriesOf } from '../overview-of.ts'
import type { Surroundings } from '../surroundings.ts'
import { useDerived } from '../use-derived.ts'
import type { OpenAgreement } from '../use-live.ts'
import { type AkkoordRoom, AkkoordRoomProvider, articleAkkoord } from './akkoord-room.ts'
import { type AkkoordStore, createAkkoordStore, newCommandId } from './akkoord-store.ts'
import { rememberingHashes } from './hashes-now.ts'
import './akkoord.css'

type Props = {
  agreementId: string
  open: OpenAgreement
  surroundings: Surroundings
  children: ReactNode
}

/** Follows what the parties say of the articles, for everything on the screen that shows it. */
export function AkkoordAround({ agreementId, open, surroundings, children }: Props) {
  const { you, catalog } = surroundings
  const { observed, live } = open
  const isFixed = useSyncExternalStore(live.subscribe, () => live.getState().hold === 'fixed')
  const store = useStore(agreementId, you.personId, live)
  const { consents, waiting } = useSyncExternalStore(store.subscribe, store.get)
  const hashesOf = useMemo(() => rememberingHashes(catalog), [catalog])
  const said = useMemo(() => [...new Set((consents ?? []).map(({ articleId }) => articleId))], [consents])
  const now = useDerived(observed.subscribe, () => {
    const body = observed.get()
    const hashOf = hashesOf(body)
    return {
      hashes: Object.fromEntries(said.map((id) => [id, hashOf(id)])),
      present: partyEntriesOf(body, catalog).filter((_, index) => !body.parties[index]?.leftOn),
    }
  })
  const room = useMemo((): AkkoordRoom => {
    const { present } = now
    const party = present.find(({ id }) => id === you.partyId) ?? null
    const ownParty = you.speaksFor ? party : null
    const partyOfOther = !you.speaksFor && you.role === 'writer' ? party : null
    const ofArticle = (articleId: string) => {
      const mine = waiting.find(({ command }) => command.articleId === articleId) ?? null
      return articleAkkoord(articleId, present, consents ?? [], now.hashes, mine)
    }
    return {
      agreementId,
      isKnown: consents !== null,
      ownParty,
      partyOfOther,
      isFixed,
      of: ofArticle,
      say: (articleId, state, reason) => {
        const hash = hashesOf(observed.get())(articleId)
        if (ownParty !== null && hash !== null)
          store.say({ articleId, partyId: ownParty.id, state, reason, hash: state === 'none' ? '' : hash })
      },
      putAway: store.putAway,
      contentNow: (articleId) => articleContents(observed.get(), catalog).contentOf(articleId),
      inWordsOfNow: (content) => inWordsOfNow(content, observed.get(), catalog),
    }
  }, [agreementId, you, consents, waiting, now, hashesOf, observed, catalog, store, isFixed])
  return <AkkoordRoomProvider value={room}>{children}</AkkoordRoomProvider>
}

function useStore(agreementId: string, personId: string, live: LiveConnection): AkkoordStore {
  const [store] = useState(() => {
    const params = { id: agreementId }
    return createAkkoordStore({
      load: () => callOrRecall(agreementId, endpoints.getConsents, { params }),
      send: (body) => call(endpoints.giveConsent, { params, body }),
      after: (time, then) => {
        const timer = setTimeout(then, time)
        return () => clearTimeout(timer)
      },
      kept: keptText(`handslag.akkoord.${agreementId}.${personId}`),
      newId: newCommandId,
    })
  })
  useEffect(() => {
    const fetchAndSend = () => {
      store.flush()
      void store.refresh()
    }
    fetchAndSend()
    const stop = live.onNotice((notice) => {
      const isNews = notice.kind === 'changed' && notice.what === 'akkoord'
      if (isNews || notice.kind === 'welcome') fetchAndSend()
    })
    return () => {
      stop()
      store.stop()
    }
  }, [store, live])
  return store
}
