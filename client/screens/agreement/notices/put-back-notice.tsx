import { useCallback, useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import type { Version } from '../../../../shared/protocol/endpoints-versions.ts'
import { callOrRecall } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { useFollowed } from '../../use-followed.ts'
import { hashOf, NOW } from '../../versions/shown-in-address.ts'
import { nameOfEntry } from '../history/name-of-place.ts'
import type { OpenAgreement } from '../use-live.ts'
import type { Around } from '../workspace.tsx'
import { Notice } from './notice.tsx'
import { type PutBack, putBacks, withNewer } from './put-backs.ts'

/**
 * Tells who has the text open that another put an older one back, of which article: words went under their hands. It leads there, and to what stood
 * there. The server says what was put back and by whom.
 */
export function PutBackNotice({ around, open }: { around: Around; open: OpenAgreement }) {
  const [told, close] = usePutBacks(around, open)
  const { history, leading, ...words } = useText()
  const { agreementId, overview, goTo } = around
  const newest = told[0]
  if (newest === undefined) return null
  const { version, articleId } = newest
  const entry = overview.entries.find(({ id }) => id === articleId)
  const name = version.madeByName || leading.somebody
  const compared = hashOf({ view: 'compare', from: version.id, to: NOW })
  return (
    <Notice
      key={version.id}
      said={
        articleId === null
          ? history.putBack.all(name)
          : history.putBack.article(name, entry ? nameOfEntry(entry, { history, ...words }) : '')
      }
      onClose={close}
    >
      {entry === undefined ? null : (
        <Button look="primary" onPress={() => goTo(entry.id)}>
          {history.putBack.go}
        </Button>
      )}
      <ButtonLink href={`/agreements/${encodeURIComponent(agreementId)}/versies${compared}`}>
        {history.putBack.look}
      </ButtonLink>
    </Notice>
  )
}

/** What others put back since this page was opened and was not closed yet, and the way to close the newest. */
function usePutBacks(
  { agreementId, you }: Around,
  { live }: OpenAgreement,
): [readonly PutBack[], () => void] {
  const load = useCallback(
    () => callOrRecall(agreementId, endpoints.listVersions, { params: { id: agreementId } }),
    [agreementId],
  )
  const versions = useFollowed(live, 'versions', load).value?.versions ?? null
  const known = useRef<readonly Version[] | null>(null)
  const [told, setTold] = useState<readonly PutBack[]>([])
  useEffect(() => {
    if (versions === null) return
    const before = known.current
    known.current = versions
    const newer = before === null ? [] : putBacks(before, versions, you.personId)
    if (newer.length > 0) setTold((all) => withNewer(all, newer))
  }, [versions, you.personId])
  return [told, () => setTold((all) => all.slice(1))]
}
