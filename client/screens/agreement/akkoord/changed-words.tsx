import { useCallback } from 'react'
import { contentChanges } from '../../../../shared/outline/content-changes.ts'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import type { Consent } from '../../../../shared/protocol/endpoints-consents.ts'
import type { DiffPart } from '../../../../shared/support/word-diff.ts'
import { callOrRecall } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { VisuallyHidden } from '../../../ui/hidden.tsx'
import { useLoad } from '../../load.ts'
import type { AkkoordRoom } from './akkoord-room.ts'
import { LookIcon } from './look-icon.tsx'

type Props = { id: string; consent: Consent; room: AkkoordRoom }

/** What became of an article since the own party said something of it: in how many sentences, and which words. */
export function ChangedWords({ id, consent, room }: Props) {
  const { akkoord } = useText()
  const { agreementId } = room
  const { hash } = consent
  const then = useLoad(
    useCallback(
      () => callOrRecall(agreementId, endpoints.getAgreedContent, { params: { id: agreementId, hash } }),
      [agreementId, hash],
    ),
  )
  const now = room.contentNow(id)
  const changes =
    then.state === 'ready' && now !== null
      ? contentChanges(room.inWordsOfNow(then.value), room.inWordsOfNow(now))
      : null
  const state = consent.state === 'none' ? 'agreed' : consent.state
  const isOther = changes !== null && changes.lines.length > 0
  const said = isOther ? akkoord.changedSince[state](changes.sentences) : akkoord.changedBusy
  return (
    <div className="hs-akkoord__changed">
      <p className="hs-akkoord__changed-head">
        <LookIcon look="changed" size={20} />
        {consent.reopened && !isOther ? akkoord.reopened : said}
      </p>
      {isOther ? (
        <details>
          <summary>{akkoord.showWords}</summary>
          <ul className="hs-akkoord__words" lang="nl">
            {changes.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are drawn anew together
              <li key={index}>
                {line.map((part, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor have words
                  <Words key={place} part={part} />
                ))}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

function Words({ part: { state, text } }: { part: DiffPart }) {
  const { akkoord } = useText()
  if (state === 'same') return text
  const Sign = state === 'gone' ? 'del' : 'ins'
  return (
    <Sign>
      <VisuallyHidden>{`${akkoord[state]} `}</VisuallyHidden>
      {text}
    </Sign>
  )
}
