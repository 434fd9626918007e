import { useEffect, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Fixing } from '../../../shared/protocol/endpoints-fixing.ts'
import { callOrRecall } from '../../connection/index.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'

/** Whether the text is fixed, followed; undefined until it was fetched. */
export function useFixing(agreementId: string, { live }: OpenAgreement): Fixing | null | undefined {
  const [fixing, setFixing] = useState<Fixing | null>()
  useEffect(() => {
    let isCurrent = true
    let asked = 0
    const fetchIt = () => {
      const mine = ++asked
      // What cannot be fetched now comes with the next connection.
      callOrRecall(agreementId, endpoints.getFixing, { params: { id: agreementId } }).then(
        (view) => isCurrent && mine === asked && setFixing(view.fixing),
        () => {},
      )
    }
    fetchIt()
    const stop = live.onNotice((notice) => {
      const isNews = notice.kind === 'changed' && notice.what === 'akkoord'
      if (isNews || notice.kind === 'welcome' || notice.kind === 'role') fetchIt()
    })
    return () => {
      isCurrent = false
      stop()
    }
  }, [agreementId, live])
  return fixing
}
