import { useCallback } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Callout } from '../../ui/callout.tsx'
import { formatDay } from '../format-day.ts'
import { useLoad } from '../load.ts'
import { isSoon } from './deleted-soon.tsx'

/** In the agreement, for who leads it: on which day it goes when nothing changes. It is no reason to trouble anybody when that can not be asked. */
export function DeletedSoonNotice({ agreementId }: { agreementId: string }) {
  const { privacy } = useText()
  const { language } = useLanguage()
  const load = useCallback(() => call(endpoints.getRetention, { params: { id: agreementId } }), [agreementId])
  const loaded = useLoad(load)
  const deletesAt = loaded.state === 'ready' ? loaded.value.deletesAt : null
  if (deletesAt === null || !isSoon(deletesAt, Date.now())) return null
  return (
    <Callout kind="attention" title={privacy.warning.title}>
      {privacy.warning.body(formatDay(deletesAt, language))}
    </Callout>
  )
}
