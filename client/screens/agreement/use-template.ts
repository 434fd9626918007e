import { useEffect, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type Template, template } from '../../../shared/template/template.ts'
import { callOrRecall } from '../../connection/index.ts'

/** The template an agreement came from, for its explanations. Null while it is fetched, and when there is none: writing goes on. */
export function useTemplate(agreementId: string, templateId: string | null): Template | null {
  const [found, setFound] = useState<Template | null>(null)
  useEffect(() => {
    if (templateId === null) return
    let current = true
    callOrRecall(agreementId, endpoints.getTemplate, { params: { id: templateId } }).then(
      (answer) => current && setFound(template.safeParse(answer).data ?? null),
      () => current && setFound(null),
    )
    return () => {
      current = false
    }
  }, [agreementId, templateId])
  return found
}
