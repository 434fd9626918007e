import { clone, type Decoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { type Encoder, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import { setField } from '../../shared/document/edit.ts'
import { NO_STEP } from '../../shared/document/layout.ts'
import { type LostWordsWatch, watchLostWords } from '../../shared/document/lost-words.ts'
import { MESSAGE, type ServerNotice } from '../../shared/protocol/live.ts'
import { offerWords, penNames } from '../offered/index.ts'

type Notices = (listener: (notice: ServerNotice) => void) => () => void

/** What the copy on the device has to know of it, and to tell it. */
export type LostOffers = Pick<LostWordsWatch, 'taking' | 'asMade'> & {
  /** Whose copy was opened: what is written before the server is there is that person's. */
  belongsTo: (personId: string) => void
}

/**
 * Offers the person of this page what others make vanish unseen (`shared/document/lost-words.ts`). Who that is comes with the copy on
 * the device, or with the first words of the server, before any update. Of a line of text that the person is in at that moment, the letters
 * of both are written together instead. The server is answered with no more deletions than somebody meant. Ends with the document.
 */
export function offerLost(agreementId: string, provider: WebsocketProvider, onNotice: Notices): LostOffers {
  const { doc } = provider
  let personId: string | null = null
  let hasWritten = false
  /** What lines of text that this person and another type in at once say with the letters of both. */
  const lines = new Map<string, string>()
  const isTypingIn = (path: string, page: number) => provider.awareness.getStates().get(page)?.cell === path
  const remember = () => {
    if (personId !== null && hasWritten) penNames(agreementId, personId).add(doc.clientID)
  }
  const belongsTo = (id: string) => {
    personId = id
    remember()
  }
  onNotice((notice) => {
    if (notice.kind === 'welcome') belongsTo(notice.personId)
  })
  doc.on('afterTransaction', ({ local, changed }) => {
    if (hasWritten || !local || changed.size === 0) return
    hasWritten = true
    remember()
  })
  const watch = watchLostWords(doc, {
    ownClientIds: () => (personId === null ? [] : penNames(agreementId, personId).list()),
    onLost: ({ id, path, text, pieces, anchor, value, how, by, joined }) => {
      if (joined !== null && by !== null && isTypingIn(path, by)) {
        // Another page of this person, in the same line, writes its own letters itself.
        if (by === doc.clientID) lines.set(path, joined)
      } else if (personId !== null)
        offerWords(agreementId, personId, { id, place: path, text, reason: how, pieces, anchor, value })
    },
  })
  const taking: LostWordsWatch['taking'] = (update, apply) => {
    watch.taking(update, apply)
    for (const [path, joined] of lines) setField(doc, path, joined, NO_STEP)
    lines.clear()
  }
  const read = provider.messageHandlers[MESSAGE.sync]
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const { step, bytes } = peekInto(decoder)
    if (step === messageYjsSyncStep1) {
      writeAnswer(encoder, watch.encode(bytes))
      return
    }
    taking(bytes, () => read?.(encoder, decoder, ...rest))
  }
  return { taking, asMade: watch.asMade, belongsTo }
}

/** The step of a message of sync, and what it carries: a state vector or an update. The message stays to be read. */
function peekInto(decoder: Decoder): { step: number; bytes: Uint8Array } {
  const peek = clone(decoder)
  return { step: readVarUint(peek), bytes: readVarUint8Array(peek) }
}

/** What the server lacks, as `readSyncMessage` of y-protocols writes it. */
function writeAnswer(encoder: Encoder, update: Uint8Array): void {
  writeVarUint(encoder, MESSAGE.sync)
  writeVarUint(encoder, messageYjsSyncStep2)
  writeVarUint8Array(encoder, update)
}
