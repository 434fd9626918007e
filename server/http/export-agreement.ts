import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'
import { languageOf } from './texts/language.ts'
import { REMARK_WORDS } from './texts/remarks.ts'

export const exportAgreement = ({ agreements }: HttpParts) =>
  answer(endpoints.exportAgreement, async ({ params, query, participation, request, reply }) => {
    const { format, version = null, remarks, variant, since, until } = query
    const words = REMARK_WORDS[languageOf(request.headers['accept-language'])]
    const toWorkOn = remarks === 'shared' ? { by: participation, words } : null
    const file = await agreements.file(params.id, format, participation.personId, version, {
      ...{ toWorkOn, variant, compared: since === undefined ? null : { since, until } },
    })
    reply.type(file.mediaType).header('content-disposition', contentDisposition(file.name))
    return Buffer.from(file.bytes)
  })

/** A download under this name: plain for old programs, whole for others. RFC 6266, section 4.3; RFC 8187, section 3.2. */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
