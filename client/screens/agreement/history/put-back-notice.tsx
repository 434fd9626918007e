import { useCallback, useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import type { Version } from '../../../../shared/protocol/endpoints-versions.ts'
import { callOrRecall } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { ButtonLink, IconButton } from '../../../ui/button.tsx'
import { useFollowed } from '../../use-followed.ts'
import { hashOf, NOW } from '../../versions/shown-in-address.ts'
import type { OpenAgreement } from '../use-live.ts'
import { maybePutBack } from './put-back.ts'

type Props = { agreementId: string; ownId: string; open: OpenAgreement }

/** Tells who has the text open that another put an older one back: words went under their hands. It leads to what stood there. */
export function PutBackNotice({ agreementId, ownId, open }: Props) {
  const { history, articles, leading } = useText()
  const load = useCallback(
    () => callOrRecall(agreementId, endpoints.listVersions, { params: { id: agreementId } }),
    [agreementId],
  )
  const versions = useFollowed(open.live, 'versions', load).value?.versions ?? null
  const known = useRef<readonly Version[] | null>(null)
  const [told, setTold] = useState<Version | null>(null)
  useEffect(() => {
    if (versions === null) return
    const before = known.current
    known.current = versions
    const putBack = before === null ? null : maybePutBack(before, versions, ownId)
    if (putBack !== null) setTold(putBack)
  }, [versions, ownId])
  const compared = told === null ? '' : hashOf({ view: 'compare', from: told.id, to: NOW })
  return (
    <div role="status" className="hs-article-notice-place">
      {told === null ? null : (
        <div className="hs-article-notice">
          <span>{history.putBack.said(told.madeByName || leading.somebody)}</span>
          <span className="hs-article-notice__actions">
            <ButtonLink href={`/agreements/${encodeURIComponent(agreementId)}/versies${compared}`}>
              {history.putBack.look}
            </ButtonLink>
            <IconButton icon="close" label={articles.dismiss} onPress={() => setTold(null)} />
          </span>
        </div>
      )}
    </div>
  )
}
