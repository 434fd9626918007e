import { clone, type Decoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import { watchLostWords } from '../../shared/document/lost-words.ts'
import { MESSAGE, type ServerNotice } from '../../shared/protocol/live.ts'
import { offerWords, penNames } from '../offered/index.ts'

type Notices = (listener: (notice: ServerNotice) => void) => () => void

/**
 * Offers the person of this page what others make vanish unseen (`shared/document/lost-words.ts`). Who that is comes with the first
 * words of the server, before any update. Ends with the document.
 */
export function offerLost(agreementId: string, provider: WebsocketProvider, onNotice: Notices): void {
  const { doc } = provider
  let personId: string | null = null
  let hasWritten = false
  const remember = () => {
    if (personId !== null && hasWritten) penNames(agreementId, personId).add(doc.clientID)
  }
  onNotice((notice) => {
    if (notice.kind !== 'welcome') return
    personId = notice.personId
    remember()
  })
  doc.on('afterTransaction', ({ local, changed }) => {
    if (hasWritten || !local || changed.size === 0) return
    hasWritten = true
    remember()
  })
  const watch = watchLostWords(doc, {
    ownClientIds: () => (personId === null ? [] : penNames(agreementId, personId).list()),
    onLost: ({ id, path, text, pieces, anchor, value, how }) => {
      if (personId === null) return
      offerWords(agreementId, personId, { id, place: path, text, reason: how, pieces, anchor, value })
    },
  })
  const read = provider.messageHandlers[MESSAGE.sync]
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const update = maybeUpdate(decoder)
    if (update === null) read?.(encoder, decoder, ...rest)
    else watch.taking(update, () => read?.(encoder, decoder, ...rest))
  }
}

/** The update in a message of sync; null when it holds none. The message stays to be read. */
function maybeUpdate(decoder: Decoder): Uint8Array | null {
  const peek = clone(decoder)
  const step = readVarUint(peek)
  return step === messageYjsSyncStep2 || step === messageYjsUpdate ? readVarUint8Array(peek) : null
}
